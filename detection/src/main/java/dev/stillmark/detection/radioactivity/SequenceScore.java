package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.watermark.ContextSet;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.ScorablePositions;
import org.jspecify.annotations.Nullable;

/**
 * One sequence by itself: our statistics over its distinct draws beside the reference's own.
 *
 * @param bySeed units of evidence by seed
 * @param byItem the same with every distinct item a unit; differs for g-values only
 * @param outOfVocabulary scored tokens that the scheme draws nothing for
 */
public record SequenceScore(
    Figures bySeed, Figures byItem, int outOfVocabulary, ReferenceFigures reference) {

  /**
   * Scores from the scheme's first position on, without contexts of the sequence's own prompt.
   *
   * @param promptIds empty where there is no prompt
   * @param training contexts of the suspected training data, or null where it is not at hand
   * @throws RefusedSequence where the reference refuses the sequence
   */
  public static SequenceScore of(
      KeyedScheme keyed, long[] outputIds, long[] promptIds, @Nullable ContextSet training) {
    ReferenceFigures reference =
        keyed.reference(ScorablePositions.withoutBos(keyed.scheme(), outputIds), promptIds);
    ScorablePositions scorable =
        ScorablePositions.from(
            keyed.firstPosition(), keyed.scheme(), outputIds, promptIds, training);
    DistinctDraws draws = new DistinctDraws(keyed);
    draws.add(scorable.ids(), scorable.positions(), 0, scorable.positions().length);
    return new SequenceScore(
        Figures.of(scorable.tokens(), draws.bySeed()),
        Figures.of(scorable.tokens(), draws.byItem()),
        scorable.outOfVocabulary(),
        reference);
  }
}
