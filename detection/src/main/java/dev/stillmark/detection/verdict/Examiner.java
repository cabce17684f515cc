package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import java.util.List;

/**
 * Turns evidence into a finding: the same evidence and panel give the same finding, bit for bit.
 */
public final class Examiner {

  private Examiner() {}

  /**
   * The statistics of {@code evidence}.
   *
   * @param panel evidence of the same detector for the reference models of the case; only ledger B
   *     looks at it
   */
  public static Finding examine(Evidence evidence, List<ReferenceEvidence> panel) {
    return switch (evidence.descriptor()) {
      case Descriptor.Watermark watermark -> WatermarkExaminer.examine(watermark, evidence);
      case Descriptor.Canaries canaries -> CanaryExaminer.examine(canaries, evidence);
      case Descriptor.Phrases phrases -> PhraseExaminer.examine(phrases, evidence, panel);
    };
  }
}
