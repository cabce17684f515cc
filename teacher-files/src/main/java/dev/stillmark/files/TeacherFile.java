package dev.stillmark.files;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.canary.CanaryDetector;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.signature.PhraseDetector;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.watermark.WatermarkDetector;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a teacher.yaml with the key, phrase, canary and tokenizer files that it names. */
public final class TeacherFile {

  private static final List<String> KNOWN =
      List.of(
          "teacher",
          "vendor",
          "released",
          "schemes",
          "canaries",
          "phrases",
          "referenceOutputs",
          "background",
          "phraseCount",
          "identityMarkers");

  private TeacherFile() {}

  /** The teacher in {@code path}; throws {@link InputFault}. */
  public static LoadedTeacher load(Path path) {
    return load(path, new Tokenizers());
  }

  /** The same, with tokenizers shared between teachers. */
  public static LoadedTeacher load(Path path, Tokenizers tokenizers) {
    Fields fields = YamlFile.read(path).fields(KNOWN);
    fields
        .optional("identityMarkers")
        .ifPresent(markers -> {
          throw markers.fault("is not supported in this version");
        });
    Teacher teacher = teacher(fields);
    List<SchemeFile.LoadedScheme> schemes = schemes(fields, tokenizers);
    List<Detector> detectors = new ArrayList<>();
    for (SchemeFile.LoadedScheme scheme : schemes) {
      detectors.add(detector(fields, teacher, scheme));
    }
    fields
        .optional("canaries")
        .map(CanaryFields::read)
        .ifPresent(canaries -> detectors.add(new CanaryDetector(teacher, canaries)));
    PhraseSource.of(fields).ifPresent(list -> detectors.add(new PhraseDetector(teacher, list)));
    if (detectors.isEmpty()) {
      throw fields.owner().fault("must have schemes, canaries, phrases or referenceOutputs");
    }
    return new LoadedTeacher(path, teacher, List.copyOf(detectors), schemes, tokenizersOf(schemes));
  }

  /** The tokenizers that a teacher's schemes use, each once, without mining its phrases. */
  static List<Tokenizer> tokenizers(Path path, Tokenizers tokenizers) {
    return tokenizersOf(schemes(YamlFile.read(path).fields(KNOWN), tokenizers));
  }

  /**
   * The greatest share that is still chance for one of a teacher's green lists: one id above its
   * exact share, since the configured ratio is truncated to whole ids; 0 without green lists. An
   * effect says nothing of other schemes.
   */
  static double greatestGreenShare(Path path, Tokenizers tokenizers) {
    return schemes(YamlFile.read(path).fields(KNOWN), tokenizers).stream()
        .map(loaded -> loaded.scheme().law())
        .mapToDouble(law -> law instanceof NullLaw.GreenList green ? oneIdAbove(green) : 0)
        .max()
        .orElse(0);
  }

  private static double oneIdAbove(NullLaw.GreenList green) {
    return (green.greenListSize() + 1.0) / green.vocabularySize();
  }

  private static Teacher teacher(Fields fields) {
    return new Teacher(
        fields.required("teacher").nonBlankText(),
        fields.required("vendor").nonBlankText(),
        fields.optional("released").map(Value::date).orElse(null));
  }

  private static List<SchemeFile.LoadedScheme> schemes(Fields fields, Tokenizers tokenizers) {
    List<SchemeFile.LoadedScheme> schemes = new ArrayList<>();
    for (Value value : fields.optional("schemes").map(Value::list).orElse(List.of())) {
      SchemeFile.LoadedScheme scheme = SchemeFile.read(value, tokenizers);
      if (scheme.key() == null) {
        throw value.fault("must have the field 'key' or 'keyFile'");
      }
      if (scheme.tokenizer() == null) {
        throw value.fault("must have the field 'tokenizer'");
      }
      schemes.add(scheme);
    }
    return List.copyOf(schemes);
  }

  private static Detector detector(Fields fields, Teacher teacher, SchemeFile.LoadedScheme loaded) {
    WatermarkKey key = loaded.key();
    Tokenizer tokenizer = loaded.tokenizer();
    if (key == null || tokenizer == null) {
      throw fields.owner().fault("must have a key and a tokenizer in each of its schemes");
    }
    try {
      return WatermarkDetector.of(
          teacher,
          loaded.scheme(),
          key,
          tokenizer,
          loaded.decoys(),
          loaded.decoyFraction(),
          loaded.commitmentSalt().bytes());
    } catch (IllegalArgumentException e) {
      throw fields.fault(e);
    }
  }

  private static List<Tokenizer> tokenizersOf(List<SchemeFile.LoadedScheme> schemes) {
    List<Tokenizer> used = new ArrayList<>();
    for (SchemeFile.LoadedScheme scheme : schemes) {
      Tokenizer tokenizer = scheme.tokenizer();
      if (tokenizer != null && !used.contains(tokenizer)) {
        used.add(tokenizer);
      }
    }
    return List.copyOf(used);
  }
}
