package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.EvidenceSet;

/**
 * Turns the scorable positions of one output into evidence items of the true key and its decoys.
 */
sealed interface ItemScorer permits PackedScorer, SeparateScorer {

  static ItemScorer of(KgwScheme scheme, KeyRing ring, ItemHash hash) {
    return switch (scheme.seeding()) {
      case LEFTHASH -> new PackedScorer(scheme, ring, hash);
      case SELFHASH -> new SeparateScorer(scheme, ring, hash);
    };
  }

  /** The distinct items of the true key. */
  EvidenceSet items(ScorablePositions scorable, int order);

  /** What the decoys keep apart; empty where they are packed beside the items. */
  EvidenceSet decoys(ScorablePositions scorable, int order);

  /**
   * The group of a seed. An id outside the vocabulary is red without any draw, so it may not stand
   * among draws without replacement: alone in a group it can only lower the e-value.
   */
  static long group(KgwScheme scheme, ItemHash hash, int seed, long token) {
    boolean known = token >= 0 && token < scheme.vocabularySize();
    return known ? hash.group(seed) : hash.item(seed, token);
  }
}
