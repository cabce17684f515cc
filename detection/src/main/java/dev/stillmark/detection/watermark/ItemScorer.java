package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLaw;

/**
 * Turns the scorable positions of one output into evidence items of the true key and its decoys.
 */
sealed interface ItemScorer permits PackedScorer, SeparateScorer {

  static ItemScorer of(KeyRing ring, ItemHash hash) {
    return ring.packed()
        .<ItemScorer>map(packed -> new PackedScorer(ring.truth().scheme(), packed, hash))
        .orElseGet(() -> new SeparateScorer(ring, hash));
  }

  /** The distinct items of the true key. */
  EvidenceSet items(ScorablePositions scorable, int order);

  /** What the decoys keep apart; empty where they are packed beside the items. */
  EvidenceSet decoys(ScorablePositions scorable, int order);

  /**
   * Whether a token may stand among its seed's draws. An id outside the vocabulary is red without
   * any draw, so it may not stand among draws without replacement: alone in a group it can only
   * lower the e-value.
   */
  static boolean isDrawn(NullLaw law, long token) {
    return switch (law) {
      case NullLaw.GreenList green -> token >= 0 && token < green.vocabularySize();
      case NullLaw.FixedList fixed -> token >= 0 && token < fixed.vocabularySize();
      case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _, NullLaw.Bits _ -> true;
    };
  }
}
