package dev.stillmark.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreTest {

  private static final JavaClasses DETECTION = Modules.of("detection");
  private static final String ROOT = "dev.stillmark.detection";

  @Test
  void detection_sees_the_language_and_jtokkit_only() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    ROOT + "..",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.ref",
                    "java.lang.runtime",
                    "java.lang.invoke",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.regex",
                    "java.util.stream",
                    "java.util.concurrent..",
                    "javax.crypto..",
                    "org.jspecify.annotations",
                    "com.knuddels.jtokkit..")
                .or(
                    oneOf(
                        "java.io.ByteArrayOutputStream",
                        "java.io.DataOutputStream",
                        "java.io.InputStream",
                        "java.io.OutputStream",
                        "java.io.IOException",
                        "java.io.UncheckedIOException",
                        "java.io.ObjectInputStream",
                        "java.io.Serializable",
                        "java.text.Normalizer",
                        "java.text.Normalizer$Form"))
                .or(
                    DescribedPredicate.describe(
                        "arrays and primitives", c -> c.isArray() || c.isPrimitive())))
        .because("what a court reruns must not depend on a framework, a file or a socket")
        .check(DETECTION);
  }

  @Test
  void detection_asks_for_no_time_and_no_chance() {
    noClasses()
        .should()
        .dependOnClassesThat(
            oneOf(
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.util.UUID",
                "java.time.Clock",
                "java.time.Instant",
                "java.util.Date",
                "java.util.Timer"))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .because("the same inputs must give the same bytes")
        .check(DETECTION);
  }

  @ParameterizedTest
  @CsvSource({
    "stats, ''",
    "random, ''",
    "text, root",
    "evidence, root",
    "watermark, root text evidence stats",
    "watermark.dipmark, root text evidence stats random watermark",
    "watermark.edit, root text evidence stats random watermark",
    "watermark.exp, root text evidence stats random watermark",
    "watermark.kgw, root text evidence stats random watermark",
    "watermark.lmwatermarking, root text evidence stats random watermark",
    "watermark.markllm, root text evidence stats random watermark",
    "watermark.sglang, root text evidence stats random watermark",
    "watermark.synthid, root text evidence stats random watermark",
    "watermark.textseal, root text evidence stats random watermark",
    "watermark.threebricks, root text evidence stats random watermark",
    "watermark.unigram, root text evidence stats random watermark",
    "watermark.vllm, root text evidence stats random watermark",
    "canary, root text evidence stats",
    "signature, root text evidence stats",
    "verdict, root evidence stats canary",
    "attribution, root stats signature",
    "probe, root stats verdict",
    "validity, root text evidence stats random watermark verdict",
    "radioactivity, root text evidence stats watermark watermark.synthid verdict",
  })
  void packages_of_detection_see_only_the_steps_before_them(String step, String before) {
    String own = ROOT + "." + step;
    Stream<String> allowed =
        Stream.of(before.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> name.equals("root") ? ROOT : ROOT + "." + name);
    String[] packages = Stream.concat(Stream.of(own), allowed).toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages))))
        .because("text becomes signal, evidence, finding and verdict, in this order")
        .check(DETECTION);
  }

  private static DescribedPredicate<JavaClass> oneOf(String... names) {
    return DescribedPredicate.describe(
        "one of " + String.join(", ", names), c -> Stream.of(names).anyMatch(c.getName()::equals));
  }
}
