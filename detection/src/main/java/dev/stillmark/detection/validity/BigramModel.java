package dev.stillmark.detection.validity;

import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.watermark.Embedder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A language model that counted which token follows which, mixed with how often each comes: enough
 * to write text of natural entropy with or without a mark. Immutable.
 */
public final class BigramModel {

  /** Draws from the model's probabilities as they are. */
  public static final Embedder UNMARKED =
      (probabilities, _, _, random) -> CategoricalDraw.from(probabilities, random);

  private static final double BIGRAM_WEIGHT = 0.7;

  private final double[] unigram;

  /** Successors of token t: {@code successors[starts[t]]} to {@code successors[starts[t + 1]]}. */
  private final int[] starts;

  private final int[] successors;

  private BigramModel(double[] unigram, int[] starts, int[] successors) {
    this.unigram = unigram;
    this.starts = starts;
    this.successors = successors;
  }

  /**
   * Counts the texts' tokens, which lie within 0..vocabularySize-1.
   *
   * @param vocabularySize of the model, that is ids that it gives a probability
   */
  public static BigramModel of(List<long[]> texts, int vocabularySize) {
    long most = texts.stream().flatMapToLong(Arrays::stream).max().orElse(0);
    if (most >= vocabularySize) {
      throw new IllegalArgumentException(
          "vocabSize must be above every token's id but is %d beside id %d"
              .formatted(vocabularySize, most));
    }
    int size = vocabularySize;
    int[] starts = new int[size + 1];
    double[] unigram = new double[size];
    long tokens = 0;
    for (long[] text : texts) {
      for (int i = 0; i < text.length; i++) {
        unigram[(int) text[i]]++;
        tokens++;
        starts[(int) text[i] + 1] += i + 1 < text.length ? 1 : 0;
      }
    }
    for (int token = 0; token < size; token++) {
      unigram[token] /= tokens;
      starts[token + 1] += starts[token];
    }
    return new BigramModel(unigram, starts, successors(texts, starts));
  }

  private static int[] successors(List<long[]> texts, int[] starts) {
    int[] next = starts.clone();
    int[] successors = new int[starts[starts.length - 1]];
    for (long[] text : texts) {
      for (int i = 0; i + 1 < text.length; i++) {
        successors[next[(int) text[i]]++] = (int) text[i + 1];
      }
    }
    return successors;
  }

  /** A text of {@code length} tokens, the first of them unmarked. */
  public long[] write(int length, Embedder embedder, RandomGenerator random) {
    long[] ids = new long[length];
    double[] probabilities = unigram.clone();
    ids[0] = CategoricalDraw.from(probabilities, random);
    for (int at = 1; at < length; at++) {
      mix((int) ids[at - 1], probabilities);
      ids[at] = embedder.choose(probabilities, ids, at, random);
    }
    return ids;
  }

  private void mix(int previous, double[] probabilities) {
    int from = starts[previous];
    int to = starts[previous + 1];
    double rest = to > from ? 1 - BIGRAM_WEIGHT : 1;
    for (int token = 0; token < probabilities.length; token++) {
      probabilities[token] = rest * unigram[token];
    }
    for (int i = from; i < to; i++) {
      probabilities[successors[i]] += BIGRAM_WEIGHT / (to - from);
    }
  }
}
