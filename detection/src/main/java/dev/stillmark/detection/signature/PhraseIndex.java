package dev.stillmark.detection.signature;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds phrases in text by a rolling hash over words.
 *
 * <p>A hash only proposes: every hit is compared with the phrase's own text, so that a collision,
 * chance or made, never counts.
 */
final class PhraseIndex {

  private static final int EMPTY = -1;

  private final List<String> phrases;
  private final int mask;
  private final long[] hashes;
  private final int[] phraseAt;

  /**
   * @param phrases distinct and normalised, of 1 to 4 words
   */
  PhraseIndex(List<String> phrases) {
    this.phrases = phrases;
    int slots = Integer.highestOneBit(Math.max(4, phrases.size())) * 4;
    mask = slots - 1;
    hashes = new long[slots];
    phraseAt = new int[slots];
    Arrays.fill(phraseAt, EMPTY);
    for (int i = 0; i < phrases.size(); i++) {
      insert(i);
    }
  }

  private void insert(int phrase) {
    Words words = Words.of(phrases.get(phrase));
    long hash = 0;
    for (int i = 0; i < words.size(); i++) {
      hash = words.rollOn(hash, i);
    }
    int slot = (int) hash & mask;
    while (phraseAt[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
    phraseAt[slot] = phrase;
  }

  /** The places, in the list, of the phrases that stand in {@code words}. */
  BitSet in(Words words) {
    BitSet found = new BitSet();
    for (int from = 0; from < words.size(); from++) {
      int longest = Math.min(Words.LONGEST_PHRASE, words.size() - from);
      long hash = 0;
      for (int length = 1; length <= longest; length++) {
        hash = words.rollOn(hash, from + length - 1);
        int phrase = find(hash, words, from, length);
        if (phrase != EMPTY) {
          found.set(phrase);
        }
      }
    }
    return found;
  }

  private int find(long hash, Words words, int from, int length) {
    int slot = (int) hash & mask;
    while (phraseAt[slot] != EMPTY) {
      if (hashes[slot] == hash && words.isPhrase(from, length, phrases.get(phraseAt[slot]))) {
        return phraseAt[slot];
      }
      slot = (slot + 1) & mask;
    }
    return EMPTY;
  }
}
