package dev.stillmark.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {

  private static final JavaClasses ALL = Modules.all();

  private static final List<String> SERVICE_PACKAGES =
      List.of("dev.stillmark.ingest", "dev.stillmark.fingerprint", "dev.stillmark.verdicts");

  @Test
  void events_depends_on_nothing_of_ours() {
    noClasses()
        .that()
        .resideInAPackage("dev.stillmark.events..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.stillmark.events..", "java..", "org.jspecify..")
        .because("a contract on the wire must not change when the code behind it does")
        .check(ALL);
  }

  @Test
  void detection_and_events_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("dev.stillmark.detection..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stillmark.events..")
        .because("each service has the one mapping between core and wire")
        .check(ALL);
  }

  @Test
  void services_never_see_each_other() {
    for (String service : SERVICE_PACKAGES) {
      String[] others =
          SERVICE_PACKAGES.stream()
              .filter(other -> !other.equals(service))
              .map(other -> other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(service + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .because("services meet on topics only")
          .check(ALL);
    }
  }

  @Test
  void only_those_who_read_files_use_teacher_files() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.stillmark.files..",
            "dev.stillmark.fingerprint..",
            "dev.stillmark.edge..",
            "dev.stillmark.runner..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stillmark.files..")
        .because("keys are read in few places")
        .check(ALL);
  }

  @Test
  void the_testkit_stays_out_of_the_services() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.concat(
                    SERVICE_PACKAGES.stream(),
                    Stream.of(
                        "dev.stillmark.edge",
                        "dev.stillmark.files",
                        "dev.stillmark.detection",
                        "dev.stillmark.service"))
                .map(name -> name + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.stillmark.testkit..", "dev.stillmark.embedded..")
        .because("scenarios and embedded servers belong to the demo and to tests")
        .check(ALL);
  }

  @Test
  void nothing_depends_on_benchmarks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stillmark.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.stillmark.benchmarks..")
        .because("what measures ships with nothing")
        .check(ALL);
  }

  @Test
  void benchmarks_see_only_detection() {
    noClasses()
        .that()
        .resideInAPackage("dev.stillmark.benchmarks..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.stillmark..")
                .and(
                    resideOutsideOfPackages(
                        "dev.stillmark.benchmarks..", "dev.stillmark.detection..")))
        .because("the core is measured, not what carries it")
        .check(ALL);
  }

  @Test
  void nothing_names_the_lanes() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stillmark.lanes..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.stillmark.lanes..", "jdk.incubator..")
        .because("a JVM without the Vector API must do without them")
        .check(ALL);
  }

  @Test
  void lanes_see_only_the_random_numbers_of_detection() {
    noClasses()
        .that()
        .resideInAPackage("dev.stillmark.lanes..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.stillmark.lanes..",
            "dev.stillmark.detection.random",
            "java.lang..",
            "java.util..",
            "jdk.incubator.vector",
            "org.jspecify..")
        .because("they are plain Java's twin and decide nothing else")
        .check(ALL);
  }

  @Test
  void nothing_is_injected_into_fields() {
    fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .because("what a class needs stands in its constructor")
        .check(ALL);
  }

  @Test
  void records_have_no_setters() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Record.class)
        .should(
            new ArchCondition<>("not be setters") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean sets =
                    method.getName().matches("set[A-Z].*")
                        && !method.getRawParameterTypes().isEmpty();
                events.add(new SimpleConditionEvent(method, !sets, method.getDescription()));
              }
            })
        .because("data is final")
        .check(ALL);
  }

  @Test
  void names_say_what_a_class_is() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)")
        .because("such a name hides that the idea has no name yet")
        .check(ALL);
  }
}
