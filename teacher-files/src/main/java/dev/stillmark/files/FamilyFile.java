package dev.stillmark.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which model is of which family: the columns {@code model} and {@code family}. */
public final class FamilyFile {

  private static final List<String> COLUMNS = List.of("model", "family");

  private final Map<String, String> families = new LinkedHashMap<>();

  private FamilyFile() {}

  /** Families by model, in the order of the file; throws {@link InputFault} at the first fault. */
  public static Map<String, String> load(Path path) {
    FamilyFile reading = new FamilyFile();
    CsvFile.read(path, COLUMNS, Set.of(), FamilyFile::refuse, reading::add);
    if (reading.families.isEmpty()) {
      throw new InputFault(path, null, null, "must hold at least one model");
    }
    return reading.families;
  }

  private static void refuse(InputFault fault) {
    throw fault;
  }

  private void add(CsvRow row) {
    if (families.putIfAbsent(row.required("model"), row.required("family")) != null) {
      throw row.fault("model", "must be that of one row only");
    }
  }
}
