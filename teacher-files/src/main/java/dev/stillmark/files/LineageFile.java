package dev.stillmark.files;

import dev.stillmark.detection.attribution.Provenance;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads lineage files: {@code model}, {@code family} and {@code first_seen}, and where there are
 * any {@code evidence} and {@code same_weights_or_derived_from}.
 */
final class LineageFile {

  private static final List<String> COLUMNS =
      List.of("model", "family", "first_seen", "evidence", "same_weights_or_derived_from");

  private static final Set<String> OPTIONAL = Set.of("evidence", "same_weights_or_derived_from");

  private static final Map<String, Provenance> EVIDENCE =
      Map.of(
          "documented", Provenance.DOCUMENTED,
          "widely reported", Provenance.WIDELY_REPORTED,
          "vendor own", Provenance.VENDOR_OWN,
          "data anomaly", Provenance.DATA_ANOMALY,
          "unknown", Provenance.UNKNOWN,
          "", Provenance.UNKNOWN);

  private LineageFile() {}

  /** By model; throws {@link InputFault} where a file cannot be used at all. */
  static Map<String, Lineage> read(List<Path> files, Consumer<InputFault> faults) {
    Map<String, Lineage> byModel = new HashMap<>();
    for (Path file : files) {
      CsvFile.read(file, COLUMNS, OPTIONAL, faults, row -> add(row, byModel));
    }
    return byModel;
  }

  private static void add(CsvRow row, Map<String, Lineage> byModel) {
    String model = row.required("model");
    Lineage lineage =
        new Lineage(
            row.optional("family").orElse(Lineage.ownFamily(model)),
            row.dayAtLatest("first_seen"),
            row.oneOf("evidence", EVIDENCE),
            row.optional("same_weights_or_derived_from"));
    Lineage earlier = byModel.putIfAbsent(model, lineage);
    if (earlier != null && !earlier.equals(lineage)) {
      throw row.fault("model", "must not say other things than its first row, which is kept");
    }
  }
}
