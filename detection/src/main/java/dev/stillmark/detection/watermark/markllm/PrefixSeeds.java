package dev.stillmark.detection.watermark.markllm;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;

/**
 * Seeds within 0..V-1 from the tokens before a position under one key.
 *
 * <p>The key's own torch permutation of the vocabulary gives every number its keyed place. A token
 * outside the vocabulary counts modulo V, as the reference's own indices do down to -V.
 */
final class PrefixSeeds {

  private final MarkLlmKgwScheme scheme;
  private final int size;
  private final int[] places;
  private final long keyResidue;

  PrefixSeeds(MarkLlmKgwScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.size = scheme.vocabularySize();
    this.places = TorchGenerator.seededWith(key.value().intValue()).permutation(size);
    this.keyResidue = key.value().mod(BigInteger.valueOf(size)).longValue();
  }

  /** Reads {@code tokens[position]} only where the window scheme looks at the candidate. */
  int at(long[] tokens, int position) {
    long f = f(tokens, position);
    long factor =
        switch (scheme.windowScheme()) {
          case LEFT -> keyResidue;
          case SELF -> place(tokens[position]);
        };
    return (int) (factor * f % size);
  }

  private int place(long number) {
    return places[Math.floorMod(number, size)];
  }

  private int f(long[] tokens, int position) {
    int start = position - scheme.prefixLength();
    return switch (scheme.fScheme()) {
      case TIME -> place(product(tokens, start, position));
      case ADDITIVE -> place(sum(tokens, start, position));
      case SKIP -> place(tokens[start]);
      case MIN -> leastPlace(tokens, start, position);
    };
  }

  private long product(long[] tokens, int start, int end) {
    long product = 1;
    for (int i = start; i < end; i++) {
      product = product * Math.floorMod(tokens[i], size) % size;
    }
    return product;
  }

  private long sum(long[] tokens, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += Math.floorMod(tokens[i], size);
    }
    return sum;
  }

  private int leastPlace(long[] tokens, int start, int end) {
    int least = size;
    for (int i = start; i < end; i++) {
      least = Math.min(least, place(tokens[i]));
    }
    return least;
  }
}
