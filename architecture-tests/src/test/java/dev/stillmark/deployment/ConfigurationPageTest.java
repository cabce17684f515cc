package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.stillmark.deployment.ConfigurationPage.Row;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.files.SchemeFile;
import dev.stillmark.files.SchemeFile.LoadedScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of all settings says what the code says, and each of its promises can break. */
class ConfigurationPageTest {

  private static final String DEPTH = "| `stillmark.ingest.max-depth` |";

  @TempDir private Path folder;

  @Test
  void the_page_names_every_setting_and_field_as_the_code_has_it() throws IOException {
    assertThat(ConfigurationRules.complaints(ConfigurationPage.text())).isEmpty();
  }

  @Test
  void the_defaults_of_a_scheme_are_those_of_its_parser() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("scheme.json"), "{\"scheme\": \"kgw\", \"vocabSize\": 1000}");

    LoadedScheme loaded = SchemeFile.load(file);

    KgwScheme scheme = (KgwScheme) loaded.scheme();
    String heading = "kgw, transformers";
    assertThat(defaultOf(heading, "greenlistRatio"))
        .isEqualTo(String.valueOf(scheme.greenlistRatio()));
    assertThat(defaultOf(heading, "seedingScheme"))
        .isEqualTo(scheme.seeding().name().toLowerCase(Locale.ROOT));
    assertThat(defaultOf(heading, "contextWidth")).isEqualTo(String.valueOf(scheme.contextWidth()));
    assertThat(defaultOf(heading, "ignoreRepeatedNgrams"))
        .isEqualTo(String.valueOf(scheme.ignoreRepeatedNgrams()));
    assertThat(defaultOf(heading, "transformersVersion"))
        .isEqualTo(String.valueOf(scheme.transformersVersion()));
    String common = "schemes, scheme.json";
    assertThat(defaultOf(common, "decoys")).isEqualTo(String.valueOf(loaded.decoys()));
    assertThat(defaultOf(common, "decoyFraction"))
        .isEqualTo("1 for packed decoys, else 0.0625")
        .contains(String.valueOf(SchemeFile.SEPARATE_DECOY_FRACTION));
  }

  @Test
  void the_defaults_of_a_policy_are_those_of_the_core() throws IOException {
    assertThat(Double.parseDouble(defaultOf("policy", "alpha"))).isEqualTo(Policy.DEFAULT.alpha());
    assertThat(Double.parseDouble(defaultOf("policy", "power"))).isEqualTo(Policy.DEFAULT.power());
    assertThat(Double.parseDouble(defaultOf("policy", "ledgerBAlpha")))
        .isEqualTo(Policy.DEFAULT.ledgerBAlpha());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a missing row", "\\| `stillmark.ingest.max-depth`.*\n", "", "must have one row"),
        fault(
            "a repeated row",
            "(\\| `stillmark.ingest.max-depth`.*\n)",
            "$1$1",
            "stillmark.ingest.max-depth but has 2"),
        fault(
            "a setting that nobody reads",
            "(\\| `stillmark.ingest.max-depth`.*\n)",
            "$1| `stillmark.ingest.max-width` | `STILLMARK_INGEST_MAX_WIDTH` | integer | 1 | – |\n",
            "row stillmark.ingest.max-width of nothing"),
        fault(
            "another default",
            "(max-depth` \\| [^|]* \\| integer \\| )`64`",
            "$1`65`",
            "must have Default 64 but has 65"),
        fault(
            "another type",
            "(max-depth` \\| [^|]* \\| )integer",
            "$1duration",
            "must have Type integer but has duration"),
        fault(
            "another variable",
            "STILLMARK_INGEST_MAX_DEPTH",
            "STILLMARK_MAX_DEPTH",
            "must have Variable STILLMARK_INGEST_MAX_DEPTH"),
        fault(
            "no unit",
            "(max-depth` \\| [^|]* \\| integer \\| `64` \\| )[^|]*",
            "$1",
            "must have a unit"),
        fault(
            "a setting of another service",
            "(\\| `stillmark.ingest.max-depth`.*\n)((?s:.*)\\| `stillmark.verdict.partitions`)",
            "$2",
            "ingest must have one row"),
        fault(
            "another shipped value",
            "(quarkus.http.port` \\| [^|]* \\| )`8081`",
            "$1`8080`",
            "must have ingest 8081 but has 8080"),
        fault(
            "a value that is not shipped",
            "(quarkus.datasource.reactive.max-size` \\| [^|]* \\| )–",
            "$1`10`",
            "must have ingest –"),
        fault(
            "a setting of no service",
            "\\| `quarkus.http.port`",
            "| `quarkus.http.haven`",
            "must have Variable QUARKUS_HTTP_HAVEN"),
        fault(
            "a misspelt setting",
            "`kafka.bootstrap.servers` \\| `KAFKA_BOOTSTRAP_SERVERS`",
            "`kafka.bootstrap.server` | `KAFKA_BOOTSTRAP_SERVER`",
            "is a setting of no service"),
        fault("a missing field", "\\| `commitmentSalt` .*\n", "", "one row commitmentSalt"),
        fault(
            "an unknown field",
            "\\| `commitmentSalt`",
            "| `commitmentPepper`",
            "row commitmentPepper of nothing"),
        fault("a missing part", "### `canaries.items`", "### `more`", "one table canaries.items"),
        fault(
            "a missing variable of the launcher",
            "\\| `STILLMARK_JAVA_OPTS` .*\n",
            "",
            "one row STILLMARK_JAVA_OPTS"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_page_with_one_fault_is_refused(String name, String was, String is, String complaint)
      throws IOException {
    String page = ConfigurationPage.text();

    String broken = page.replaceFirst(was, is);

    assertThat(broken).isNotEqualTo(page);
    assertThat(ConfigurationRules.complaints(broken))
        .anySatisfy(sentence -> assertThat(sentence).contains(complaint));
  }

  private static Arguments fault(String name, String was, String is, String complaint) {
    return arguments(name, was, is, complaint);
  }

  private static String defaultOf(String heading, String field) throws IOException {
    return ConfigurationPage.of(ConfigurationPage.text())
        .startingWith("Field", "Type", "Default")
        .stream()
        .filter(table -> table.heading().equals(heading))
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.first().equals(field))
        .map((Row row) -> row.cell("Default"))
        .findFirst()
        .orElseThrow();
  }
}
