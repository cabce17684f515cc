package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.edit.EditScheme;
import dev.stillmark.detection.watermark.edit.ExpEditScheme;
import dev.stillmark.detection.watermark.edit.ItsEditScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a scheme.json of a watermark that aligns a whole text with the key's sequence: what the
 * command score can test and nothing can pool.
 */
public final class EditSchemeFile {

  private static final List<String> KNOWN =
      List.of(
          "scheme", "dialect", "vocabSize", "key", "keyFile", "n", "gamma", "nullRuns", "nullSeed");

  /**
   * An alignment test with everything that it needs.
   *
   * @param nullRuns sequences that each text is compared with
   * @param nullSeed what they are drawn from
   */
  public record LoadedEditScheme(
      EditScheme scheme, WatermarkKey key, int nullRuns, long nullSeed) {}

  private EditSchemeFile() {}

  static boolean names(Value scheme) {
    return scheme.text().equals("exp-edit") || scheme.text().equals("its-edit");
  }

  /**
   * The scheme in {@code path}, or empty where it is of another kind; throws {@link InputFault}.
   */
  public static Optional<LoadedEditScheme> load(Path path) {
    Value value = YamlFile.read(path);
    Value scheme = value.entries().get("scheme");
    return scheme != null && names(scheme) ? Optional.of(read(value)) : Optional.empty();
  }

  private static LoadedEditScheme read(Value value) {
    Fields fields = value.fields(KNOWN);
    fields.only("dialect", "kuditipudi");
    int size = fields.vocabularySize();
    int n = (int) fields.integer("n", 1, 10_000, 256);
    boolean exponential = fields.required("scheme").text().equals("exp-edit");
    try {
      EditScheme scheme =
          exponential
              ? new ExpEditScheme(size, n, fields.number("gamma", 0))
              : new ItsEditScheme(size, n, fields.number("gamma", 1));
      return new LoadedEditScheme(
          scheme,
          fields.optional("keyFile").isPresent()
              ? Secrets.keyOfFile(fields.required("keyFile"), KeyForm.INTEGERS)
              : Secrets.key(fields.required("key"), KeyForm.INTEGERS),
          (int) fields.integer("nullRuns", 1, 1_000_000, 100),
          fields.integer("nullSeed", 0, 0xffff_ffffL, 0));
    } catch (IllegalArgumentException e) {
      throw fields.fault(e);
    }
  }
}
