package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.stream.IntStream;

/** What the references print about one sequence; they have no p-value. */
final class SynthIdReference {

  /** MarkLLM's default; transformers and synthid-text leave the threshold to their users. */
  private static final double THRESHOLD = 0.52;

  private SynthIdReference() {}

  static ReferenceFigures of(GValues values, long[] ids) {
    SynthIdScheme scheme = values.scheme();
    if (ids.length < scheme.ngramLength()) {
      throw new RefusedSequence(
          "too-short",
          "a sequence must hold at least ngramLength = %d tokens but holds %d"
              .formatted(scheme.ngramLength(), ids.length));
    }
    long[] scored = scoredMasks(values, ids);
    double score = scheme.referenceScore().of(scored, scheme.depth());
    return switch (scheme.referenceScore()) {
      case BayesianScore _ -> new ReferenceFigures(scored.length, null, score, null, null, null);
      case MeanScore _, WeightedMeanScore _ ->
          new ReferenceFigures(scored.length, null, score, null, null, score > THRESHOLD);
    };
  }

  private static long[] scoredMasks(GValues values, long[] ids) {
    SequenceMasks sequence = SequenceMasks.of(values, ids);
    int first = values.firstPosition();
    int[] scored =
        IntStream.range(first, ids.length)
            .filter(at -> sequence.isScored(at - first, values.scheme().watermarkMode()))
            .toArray();
    long[] masks = new long[scored.length];
    values.scorer().scoresAt(ids, scored, scored.length, masks);
    return masks;
  }
}
