package dev.stillmark.detection.evidence;

/**
 * How an integer draw stands for a uniform one, and with it for an exponential score of mean 1.
 *
 * <p>Larger draws give larger scores, whatever the scheme's own direction.
 */
public enum DrawScale {

  /** torch.rand in 32-bit floats: u = m / 2^24, scored -ln(1 - u). */
  TORCH_FLOAT(1L << 24) {
    @Override
    public double score(long draw) {
      return -StrictMath.log1p(-draw * 0x1p-24);
    }
  },

  /** vLLM's float: u = nextDown((m + 1) / 2^24), scored -ln(1 - u). */
  VLLM_FLOAT(1L << 24) {
    @Override
    public double score(long draw) {
      return -StrictMath.log1p(-(double) Math.nextDown((float) ((draw + 1) * 0x1p-24)));
    }
  },

  /** SGLang's word: u = (m + 1/2) / 2^32, scored -ln(1 - u). */
  SGLANG_WORD(1L << 32) {
    @Override
    public double score(long draw) {
      return -StrictMath.log1p(-(draw + 0.5) * 0x1p-32);
    }
  },

  /** TextSeal's hash: u = m / 8191, scored -ln(1 - u). */
  TEXTSEAL_LEVEL(8191) {
    @Override
    public double score(long draw) {
      return -StrictMath.log1p(-draw / 8191.0);
    }
  };

  private final long levels;

  DrawScale(long levels) {
    this.levels = levels;
  }

  /** Draws are uniform over 0..levels-1. */
  public long levels() {
    return levels;
  }

  /** The exponential score of a draw within 0..levels-1. */
  public abstract double score(long draw);
}
