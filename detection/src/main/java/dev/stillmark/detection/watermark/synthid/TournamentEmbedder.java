package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.watermark.Embedder;
import java.util.random.RandomGenerator;

/**
 * Samples the winner of a tournament with two candidates a match, in closed form: each layer turns
 * a token's probability p into p · (1 + g - Σ p g), over all tokens.
 *
 * <p>A context that came before in the same text is sampled from the model as it is, so that its
 * distribution stays undistorted. As in the references, the ids are the generated ones without the
 * prompt, and zeros stand before the first. Source: Dathathri et al. (2024), and {@code
 * update_scores} of transformers.
 */
final class TournamentEmbedder implements Embedder {

  private final GValues values;
  private long[] hashes = new long[0];
  private long[] masks = new long[0];
  private double[] shares = new double[0];

  TournamentEmbedder(GValues values) {
    this.values = values;
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    requireVocabulary(probabilities);
    return isRepeated(ids, length)
        ? CategoricalDraw.from(probabilities, random)
        : CategoricalDraw.from(
            tournament(probabilities, values.hash().contextOf(ids, length)), random);
  }

  private void requireVocabulary(double[] probabilities) {
    Integer expected = values.scheme().vocabularySize();
    if (expected != null && probabilities.length != expected) {
      throw new IllegalArgumentException(
          "probabilities must hold vocabSize = %d numbers but hold %d"
              .formatted(expected, probabilities.length));
    }
  }

  private boolean isRepeated(long[] ids, int length) {
    if (values.scheme().watermarkMode() == SynthIdScheme.Mode.DISTORTIONARY) {
      return false;
    }
    int history = values.scheme().contextHistorySize();
    long context = values.hash().contextOf(ids, length);
    boolean repeated = context == 0 && length < history;
    for (int i = Math.max(0, length - history); i < length && !repeated; i++) {
      repeated = values.hash().contextOf(ids, i) == context;
    }
    return repeated;
  }

  private double[] tournament(double[] probabilities, long context) {
    int size = probabilities.length;
    if (masks.length != size) {
      hashes = new long[size];
      masks = new long[size];
      shares = new double[size];
    }
    for (int token = 0; token < size; token++) {
      hashes[token] = NgramHash.accumulate(context, token);
      shares[token] = probabilities[token];
    }
    values.masks(hashes, size, masks);
    for (int layer = 0; layer < values.scheme().depth(); layer++) {
      playLayer(layer);
    }
    return shares;
  }

  private void playLayer(int layer) {
    double marked = 0;
    for (int token = 0; token < shares.length; token++) {
      marked += shares[token] * ((masks[token] >>> layer) & 1);
    }
    for (int token = 0; token < shares.length; token++) {
      shares[token] *= 1 + ((masks[token] >>> layer) & 1) - marked;
    }
  }
}
