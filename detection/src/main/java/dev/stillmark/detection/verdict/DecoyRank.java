package dev.stillmark.detection.verdict;

/**
 * The true key among its decoys, over the same outputs.
 *
 * @param decoys M
 * @param atLeastAsExtreme decoys whose tail probability is at most the true key's
 */
public record DecoyRank(int decoys, int atLeastAsExtreme) {

  /** (1 + at least as extreme) / (M + 1). */
  public double p() {
    return (1.0 + atLeastAsExtreme) / (1.0 + decoys);
  }

  /** 1 is above all decoys. */
  public int rank() {
    return 1 + atLeastAsExtreme;
  }

  public boolean isAboveAll() {
    return decoys > 0 && atLeastAsExtreme == 0;
  }
}
