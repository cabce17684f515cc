package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.Arrays;

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
    long[] masks = new long[ids.length];
    int count = values.hashes(ids, ids.length, masks);
    values.masks(masks, count, masks);
    SequenceMasks sequence = SequenceMasks.of(values, ids);
    int scored = 0;
    for (int i = 0; i < count; i++) {
      if (sequence.isScored(i, values.scheme().watermarkMode())) {
        masks[scored++] = masks[i];
      }
    }
    return Arrays.copyOf(masks, scored);
  }
}
