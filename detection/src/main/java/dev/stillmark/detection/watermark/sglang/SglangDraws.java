package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;

/** SGLang's draws under one key or under keys A and B. */
final class SglangDraws implements KeyedScheme, PositionScorer {

  private static final long LOW_32_BITS = 0xFFFF_FFFFL;

  private final SglangScheme scheme;
  private final KeyChoice keys;

  SglangDraws(SglangScheme scheme, KeyChoice keys) {
    this.scheme = scheme;
    this.keys = keys;
  }

  @Override
  public SglangScheme scheme() {
    return scheme;
  }

  KeyChoice keys() {
    return keys;
  }

  /** Behind the first whole context: what the prompt held before it, a scorer does not know. */
  @Override
  public int firstPosition() {
    return scheme.contextWindow();
  }

  /** Needs no scratch space, so that all threads can share it. */
  @Override
  public PositionScorer scorer() {
    return this;
  }

  /** The 32 bits from which all draws behind a context follow, under the key that it falls to. */
  @Override
  public long seedAt(long[] ids, int position) {
    return Integer.toUnsignedLong(stateAt(ids, position));
  }

  /** The hash looks at 32 bits of an id. */
  @Override
  public long itemAt(long[] ids, int position) {
    return ids[position] & LOW_32_BITS;
  }

  @Override
  public long scoreAt(long[] ids, int position) {
    return Integer.toUnsignedLong(KeyState.draw(stateAt(ids, position), (int) ids[position]));
  }

  private int stateAt(long[] ids, int position) {
    int from = position - scheme.contextWindow();
    int contextHash = KeyState.contextHash(ids, from, position);
    return keys.after(contextHash).after(contextHash);
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return SglangReference.of(this, ids, promptIds).asFigures();
  }

  @Override
  public String toString() {
    return "SglangDraws[" + scheme + "]";
  }
}
