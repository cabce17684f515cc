package dev.stillmark.deployment;

import dev.stillmark.architecture.Modules;
import dev.stillmark.deployment.ConfigurationPage.Row;
import dev.stillmark.deployment.ConfigurationPage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Holds docs/configuration.md against the code, from the page and from the code. */
final class ConfigurationRules {

  private static final String NOT_SHIPPED = "–";
  private static final Pattern LAUNCHER_VARIABLE = Pattern.compile("\\bSTILLMARK_[A-Z_]+");

  /** Headings of settings of ours, with the module that they are read from. */
  private static final Map<String, String> MODULES =
      Map.of(
          "All services", "service-kit",
          "ingest", "ingest-service",
          "fingerprint", "fingerprint-service",
          "verdict", "verdict-service");

  private static final Map<String, String> WORDS =
      Map.of(
          "int", "integer",
          "long", "integer",
          "java.util.OptionalInt", "integer",
          "java.lang.String", "text",
          "java.time.Duration", "duration",
          "java.util.Optional<java.util.List<java.nio.file.Path>>", "list of paths");

  /** Headings of fields, with the parser's list. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("teacher.yaml", "TeacherFile.KNOWN"),
          Map.entry("schemes, scheme.json", "SchemeFile.KNOWN"),
          Map.entry("kgw, transformers", "KgwFields.KNOWN"),
          Map.entry("kgw, lm-watermarking", "LmWatermarkingFields.KNOWN"),
          Map.entry("kgw, markllm", "MarkLlmKgwFields.KNOWN"),
          Map.entry("gumbel, three-bricks", "ThreeBricksFields.KNOWN"),
          Map.entry("gumbel, markllm", "ExpFields.KNOWN"),
          Map.entry("gumbel, vllm", "VllmFields.KNOWN"),
          Map.entry("gumbel, sglang", "SglangFields.KNOWN"),
          Map.entry("unigram", "UnigramFields.KNOWN"),
          Map.entry("synthid", "SynthIdFields.KNOWN"),
          Map.entry("dipmark", "DipmarkFields.KNOWN"),
          Map.entry("textseal", "TextsealFields.KNOWN"),
          Map.entry("exp-edit, its-edit", "EditSchemeFile.KNOWN"),
          Map.entry("phrases", "PhraseSource.KNOWN_OF_PHRASE"),
          Map.entry("referenceOutputs, background", "OutputSource.KNOWN"),
          Map.entry("canaries", "CanaryFields.KNOWN"),
          Map.entry("canaries.items", "CanaryFields.KNOWN_OF_ITEM"),
          Map.entry("case.yaml", "CaseFile.KNOWN"),
          Map.entry("policy", "CaseFile.KNOWN_OF_POLICY"),
          Map.entry("suspects", "CaseFile.KNOWN_OF_SUSPECT"),
          Map.entry("references", "CaseFile.KNOWN_OF_REFERENCE"),
          Map.entry("fields", "FieldMapping.NAMES"),
          Map.entry("lineage.csv", "LineageFile.COLUMNS"),
          Map.entry("labels.csv", "ExposureFile.COLUMNS"),
          Map.entry("teacher_groups.csv", "TeacherGroupFile.COLUMNS"),
          Map.entry("families.csv", "FamilyFile.COLUMNS"));

  private final ConfigurationPage page;
  private final Complaints complaints = new Complaints();

  private ConfigurationRules(ConfigurationPage page) {
    this.page = page;
  }

  static List<String> complaints(String markdown) throws IOException {
    ConfigurationRules rules = new ConfigurationRules(ConfigurationPage.of(markdown));
    rules.everyOwnSettingHasItsRow();
    rules.everyShippedValueIsTheShippedOne();
    rules.everyFieldHasItsRow();
    rules.everyVariableOfTheLauncherHasItsRow();
    return rules.complaints.all();
  }

  private void everyOwnSettingHasItsRow() {
    complaints.about("The code");
    complaints.unless(
        MODULES.values().containsAll(Modules.SERVICES),
        "must have a heading for each service: " + Modules.SERVICES);
    List<Table> tables = page.startingWith("Setting", "Variable", "Type", "Default", "Unit");
    requireHeadings(tables, MODULES.keySet());
    for (Table table : tables) {
      List<OwnSettings.Setting> settings =
          OwnSettings.of(MODULES.getOrDefault(table.heading(), "service-kit"));
      requireRows(table, settings.stream().map(OwnSettings.Setting::name).toList());
      for (OwnSettings.Setting setting : settings) {
        table.rows().stream()
            .filter(row -> row.first().equals(setting.name()))
            .forEach(row -> compare(row, setting));
      }
    }
  }

  private void compare(Row row, OwnSettings.Setting setting) {
    complaints.about(setting.name());
    require(row, "Variable", setting.variable());
    require(row, "Type", WORDS.getOrDefault(setting.javaType(), setting.javaType()));
    require(row, "Default", setting.defaultValue().orElse("none"));
    complaints.when(row.cell("Unit").isEmpty(), "must have a unit, or say that it has none");
  }

  private void everyShippedValueIsTheShippedOne() {
    List<Table> tables = page.startingWith("Setting", "Variable", "ingest");
    complaints.about("The page");
    complaints.when(tables.isEmpty(), "must say what is shipped");
    Set<String> seen = new HashSet<>();
    for (Row row : tables.stream().flatMap(table -> table.rows().stream()).toList()) {
      complaints.about(row.first());
      complaints.unless(seen.add(row.first()), "must have one row");
      require(row, "Variable", OwnSettings.variableOf(row.first()));
      boolean known = false;
      for (String service : List.of("ingest", "fingerprint", "verdict")) {
        String value = ShippedSettings.of(service + "-service").getProperty(row.first());
        require(row, service, value == null ? NOT_SHIPPED : value.isEmpty() ? "empty" : value);
        known |= value != null;
        known |= KnownSettings.of(service + "-service").contains(row.cell("Variable"));
      }
      complaints.unless(known, "is a setting of no service");
    }
  }

  private void everyFieldHasItsRow() {
    Map<String, List<?>> lists = KnownFields.lists();
    complaints.about("The code");
    complaints.unless(
        lists.keySet().equals(new TreeSet<>(FIELDS.values())),
        "must have a heading for each list of fields: " + lists.keySet());
    List<Table> tables = page.startingWith("Field", "Type", "Default", "Unit");
    requireHeadings(tables, FIELDS.keySet());
    for (Table table : tables) {
      requireRows(table, lists.getOrDefault(FIELDS.getOrDefault(table.heading(), ""), List.of()));
    }
  }

  private void everyVariableOfTheLauncherHasItsRow() throws IOException {
    List<String> variables =
        LAUNCHER_VARIABLE
            .matcher(Files.readString(Modules.ROOT.resolve("stillmark")))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    List<Table> tables = page.startingWith("Variable");
    requireHeadings(tables, Set.of("Launcher"));
    tables.forEach(table -> requireRows(table, variables));
  }

  private void requireHeadings(List<Table> tables, Set<String> headings) {
    List<String> found = tables.stream().map(Table::heading).toList();
    requireSame("The page", "table", found, headings);
  }

  private void requireRows(Table table, Collection<?> names) {
    requireSame(table.heading(), "row", table.rows().stream().map(Row::first).toList(), names);
  }

  private void requireSame(String subject, String kind, List<String> found, Collection<?> wanted) {
    complaints.about(subject);
    for (Object name : wanted) {
      long times = found.stream().filter(name::equals).count();
      complaints.unless(times == 1, "must have one %s %s but has %d".formatted(kind, name, times));
    }
    for (String name : found) {
      complaints.unless(wanted.contains(name), "has a %s %s of nothing".formatted(kind, name));
    }
  }

  private void require(Row row, String column, String wanted) {
    complaints.unless(
        row.cell(column).equals(wanted),
        "must have %s %s but has %s".formatted(column, wanted, row.cell(column)));
  }
}
