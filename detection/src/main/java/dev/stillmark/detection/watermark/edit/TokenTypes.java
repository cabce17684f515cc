package dev.stillmark.detection.watermark.edit;

import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.Arrays;

/**
 * The distinct ids of a text, ascending, and for each of its tokens which of them it is.
 *
 * <p>Only their columns of a random sequence have to be kept. Nobody changes the arrays.
 */
record TokenTypes(int[] ids, int[] typeOf) {

  static TokenTypes of(long[] tokens, int vocabSize) {
    for (int at = 0; at < tokens.length; at++) {
      if (tokens[at] < 0 || tokens[at] >= vocabSize) {
        throw new RefusedSequence(
            "out-of-vocabulary",
            "ids must be within 0..%d but the one at %d is not".formatted(vocabSize - 1, at));
      }
    }
    int[] ids = Arrays.stream(tokens).mapToInt(Math::toIntExact).sorted().distinct().toArray();
    int[] typeOf =
        Arrays.stream(tokens).mapToInt(id -> Arrays.binarySearch(ids, (int) id)).toArray();
    return new TokenTypes(ids, typeOf);
  }

  int count() {
    return ids.length;
  }
}
