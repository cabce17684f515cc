package dev.stillmark.files;

import dev.stillmark.detection.attribution.Exposure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the labels of models: {@code model}, {@code teacher_group}, {@code label} (1, 0 or empty)
 * and {@code clean_negative} (1: taught by no teacher of that vendor), and where there is one
 * {@code dose} (main or minor).
 */
final class ExposureFile {

  private static final List<String> COLUMNS =
      List.of("model", "teacher_group", "label", "clean_negative", "dose");

  private static final Map<String, Boolean> CLEAN = Map.of("1", true, "0", false, "", false);

  private static final Map<String, Exposure> TAUGHT =
      Map.of("main", Exposure.TAUGHT, "", Exposure.TAUGHT, "minor", Exposure.TAUGHT_IN_PART);

  private ExposureFile() {}

  /** By model and then by teacher; throws {@link InputFault} where the file cannot be used. */
  static Map<String, Map<String, Exposure>> read(Path file, Consumer<InputFault> faults) {
    Map<String, Map<String, Exposure>> byModel = new HashMap<>();
    CsvFile.read(file, COLUMNS, Set.of("dose"), faults, row -> add(row, byModel));
    return byModel;
  }

  private static void add(CsvRow row, Map<String, Map<String, Exposure>> byModel) {
    String model = row.required("model");
    String teacher = row.required("teacher_group");
    Exposure exposure = exposure(row);
    Exposure earlier =
        byModel.computeIfAbsent(model, _ -> new HashMap<>()).putIfAbsent(teacher, exposure);
    if (earlier != null && earlier != exposure) {
      throw row.fault(
          "label", "must not differ from the first of this model and teacher, which is kept");
    }
  }

  private static Exposure exposure(CsvRow row) {
    boolean isClean = row.oneOf("clean_negative", CLEAN);
    String label = row.optional("label").orElse("");
    if (isClean && !label.equals("0")) {
      throw row.fault("clean_negative", "must be 0 where the label is not 0");
    }
    return switch (label) {
      case "1" -> row.oneOf("dose", TAUGHT);
      case "0" -> isClean ? Exposure.VENDOR_CLEAN : Exposure.NOT_TAUGHT;
      case "" -> Exposure.UNKNOWN;
      default -> throw row.fault("label", "must be 1, 0 or empty");
    };
  }
}
