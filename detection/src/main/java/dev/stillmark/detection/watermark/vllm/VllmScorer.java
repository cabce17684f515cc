package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.random.Philox4x32;
import dev.stillmark.detection.watermark.PositionScorer;
import java.util.List;

/**
 * Scores with one function, or with two side by side.
 *
 * <p>The function looks at the low 32 bits of ids alone: contexts and tokens that agree in them are
 * one draw, whatever else tells them apart, and so one item.
 */
final class VllmScorer implements PositionScorer {

  private static final long LOW_32_BITS = 0xFFFF_FFFFL;

  private final VllmPrf[] functions;
  private final int[] state = new int[Philox4x32.WORDS];
  private final int[] block = new int[Philox4x32.WORDS];

  VllmScorer(List<VllmPrf> functions) {
    this.functions = functions.toArray(VllmPrf[]::new);
  }

  /**
   * The state behind the context, of which the draws are a function, folded into 64 bits; with two
   * keys that of key A, as both tell the same contexts apart.
   */
  @Override
  public long seedAt(long[] ids, int position) {
    functions[0].absorb(ids, position, state);
    long first = Integer.toUnsignedLong(state[0]) << 32 | Integer.toUnsignedLong(state[1]);
    long second = Integer.toUnsignedLong(state[2]) << 32 | Integer.toUnsignedLong(state[3]);
    return mix(mix(first) + second);
  }

  /** A bijection of 64 bits in which each bit depends on all. Source: Appleby, MurmurHash3. */
  private static long mix(long bits) {
    long h = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  @Override
  public long itemAt(long[] ids, int position) {
    return ids[position] & LOW_32_BITS;
  }

  @Override
  public long scoreAt(long[] ids, int position) {
    long first = drawAt(functions[0], ids, position);
    return functions.length == 1
        ? first
        : NullLaw.TwoUniforms.score(first, drawAt(functions[1], ids, position));
  }

  private long drawAt(VllmPrf function, long[] ids, int position) {
    function.absorb(ids, position, state);
    return VllmPrf.draw(function.word(state, (int) ids[position], block));
  }
}
