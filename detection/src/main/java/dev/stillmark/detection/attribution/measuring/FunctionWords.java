package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/** The English words that say little about a topic and much about a writer. */
final class FunctionWords {

  private static final String[] WORDS =
      """
      the of and to a in is that for it as with be on are this by or can you your i an from not have
      will they which their may also more has if but such at some these other we about use when how
      like so its there what one who was were then been should do would could\
      """
          .split("\\s+");

  static final int COUNT = WORDS.length;

  private static final int SLOTS = 1 << 12;
  private static final byte[] WORD_AT = new byte[SLOTS];
  private static final long[] HASHES = new long[SLOTS];

  static {
    Arrays.fill(WORD_AT, (byte) -1);
    for (int word = 0; word < COUNT; word++) {
      long hash = AnswerTokens.hash(WORDS[word]);
      int slot = (int) hash & (SLOTS - 1);
      while (WORD_AT[slot] >= 0) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      WORD_AT[slot] = (byte) word;
      HASHES[slot] = hash;
    }
  }

  private FunctionWords() {}

  /** How often each of them is among the tokens. */
  static int[] counts(long[] tokens) {
    int[] counts = new int[COUNT];
    for (long token : tokens) {
      int slot = (int) token & (SLOTS - 1);
      while (WORD_AT[slot] >= 0 && HASHES[slot] != token) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      if (WORD_AT[slot] >= 0) {
        counts[WORD_AT[slot]]++;
      }
    }
    return counts;
  }
}
