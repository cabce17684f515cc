package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.stats.EffectSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics of one detector's evidence: a pure function of that evidence and the panel. */
public sealed interface Finding {

  /** The confidence of the bounds of an effect, over all times together. */
  double EFFECT_CONFIDENCE = 0.95;

  Descriptor descriptor();

  /** Distinct outputs behind this finding. */
  int outputs();

  /** Items that arrived with two different scores; anything but 0 fails a control. */
  int conflicts();

  /** Whether it may decide anything: ledger A, and under no key that is published. */
  default boolean isEvidential() {
    return switch (this) {
      case Watermark mark -> !mark.descriptor().publishedKey();
      case Canaries _ -> true;
      case Phrases _ -> false;
    };
  }

  /**
   * A watermark (ledger A).
   *
   * @param tokens tokens at positions that can be scored, repeats included
   * @param excluded positions left out because their context stands in the output's own prompt
   * @param outOfVocabulary ids that the scheme draws nothing for
   * @param retokenisedOutputs outputs whose ids were made from text
   * @param scored distinct units of evidence: (seed, token) items, token types or g-value vectors
   * @param statistic green items, set bits, or the sum of exponential scores
   * @param log10P exact tail
   * @param log10PBound the same where it is proved to be conservative, else 0 (p = 1)
   * @param log10E anytime-valid e-value
   * @param effect how strong the mark is, with bounds of {@link #EFFECT_CONFIDENCE}; null where
   *     nothing was scored
   * @param decoyRank null where no decoys were scored
   * @param halvings how often the sampling threshold was halved; 0 while the set is complete
   */
  record Watermark(
      Descriptor.Watermark descriptor,
      int outputs,
      int conflicts,
      long tokens,
      long excluded,
      long outOfVocabulary,
      int retokenisedOutputs,
      long scored,
      double statistic,
      double log10P,
      double log10PBound,
      double log10E,
      @Nullable EffectSize effect,
      @Nullable DecoyRank decoyRank,
      int halvings,
      List<CurvePoint> curve)
      implements Finding {}

  /**
   * Canaries (ledger A).
   *
   * @param asked canaries that were asked at least once
   * @param asks answers that count; those that are missing count as misses
   * @param hits answers that returned the drawn reply
   */
  record Canaries(
      Descriptor.Canaries descriptor,
      int outputs,
      int conflicts,
      int asked,
      int asks,
      int hits,
      double log10E)
      implements Finding {}

  /**
   * Signature phrases (ledger B).
   *
   * @param words words in the outputs
   * @param matches distinct signature phrases, summed over outputs
   * @param outputsWithMatch outputs that hold at least one
   * @param statistic matches per 1,000 words
   */
  record Phrases(
      Descriptor.Phrases descriptor,
      int outputs,
      int conflicts,
      long words,
      long matches,
      int outputsWithMatch,
      double statistic,
      PanelRank rank)
      implements Finding {}
}
