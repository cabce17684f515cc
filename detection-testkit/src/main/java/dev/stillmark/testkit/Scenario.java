package dev.stillmark.testkit;

import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole investigation whose truth is known: what was trained on what, and what may be said of it.
 *
 * @param seed all else follows from it
 * @param teacher the one teacher that asserts rights; it marks its outputs
 * @param tokenizer the tokenizer that teacher and students share
 * @param watermarkKey the teacher's secret, within 0..2^63-1; for its key file alone
 * @param teacherReferenceOutputs outputs of the teacher, to mine its phrases from
 * @param background outputs of families outside the panel, to mine them against: mining against the
 *     panel would bias its ranks
 */
public record Scenario(
    long seed,
    ModelCard teacher,
    TokenizerFile tokenizer,
    KgwScheme scheme,
    long watermarkKey,
    List<Suspect> suspects,
    List<ReferenceModel> references,
    List<GeneratedOutput> teacherReferenceOutputs,
    List<GeneratedOutput> background,
    List<Expectation> expectations) {

  /** A model and who made it. */
  public record ModelCard(String name, String vendor) {}

  /** A model that may have been trained on the teacher. */
  public record Suspect(String name, List<GeneratedOutput> outputs) {

    @Override
    public String toString() {
      return "Suspect[%s, %d outputs]".formatted(name, outputs.size());
    }
  }

  /** A model that was not trained on the teacher. */
  public record ReferenceModel(String name, String family, List<GeneratedOutput> outputs) {

    @Override
    public String toString() {
      return "ReferenceModel[%s of %s, %d outputs]".formatted(name, family, outputs.size());
    }
  }

  /**
   * The honest answer about one suspect and one teacher.
   *
   * @param decision code of the decision, such as {@code no-support}
   * @param reason code of the reason where the decision is {@code inconclusive}, else null
   */
  public record Expectation(
      String suspect, String teacher, String decision, @Nullable String reason) {}

  /** Never the key. */
  @Override
  public String toString() {
    return "Scenario[seed %d, %d suspects, %d references]"
        .formatted(seed, suspects.size(), references.size());
  }
}
