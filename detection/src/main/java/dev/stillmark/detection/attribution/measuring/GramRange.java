package dev.stillmark.detection.attribution.measuring;

/**
 * The grams of {@code shortest} to {@code longest} symbols, as 64-bit hashes.
 *
 * <p>Two grams with one hash are taken for one: among 10^9 of them that is expected to happen fewer
 * than 0.03 times.
 */
record GramRange(int shortest, int longest) {

  /** A polynomial of the symbols so far and one more; 0 before the first. */
  static long rollOn(long before, long symbol) {
    return before * 0x9e3779b97f4a7c15L + symbol + 1;
  }

  /** The hash of the symbols that were rolled on. */
  static long mix(long rolled) {
    long x = (rolled ^ (rolled >>> 32)) * 0xd6e8feb86659fd93L;
    x = (x ^ (x >>> 29)) * 0xbf58476d1ce4e5b9L;
    return x ^ (x >>> 32);
  }

  /** No fewer than there are grams in so many symbols. */
  int most(int symbols) {
    return symbols * (longest - shortest + 1);
  }

  /** Writes the hashes of all grams, by place and then length, and says how many there are. */
  int hash(long[] symbols, long[] into) {
    int count = 0;
    for (int from = 0; from < symbols.length; from++) {
      int most = Math.min(longest, symbols.length - from);
      long rolled = 0;
      for (int length = 1; length <= most; length++) {
        rolled = rollOn(rolled, symbols[from + length - 1]);
        if (length >= shortest) {
          into[count++] = mix(rolled);
        }
      }
    }
    return count;
  }
}
