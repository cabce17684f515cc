package dev.stillmark.detection.watermark.synthid;

/** Which of the references' scores of a single sequence is shown beside our own figures. */
public sealed interface ReferenceScore permits MeanScore, WeightedMeanScore, BayesianScore {

  /** As in labels, such as {@code weighted-mean}. */
  String label();

  /** What binds its parameters in a text form; empty where it has none. */
  String parameters();

  /**
   * @param masks g-values of the unmasked positions, layer l in bit l
   * @return NaN where a mean has nothing unmasked
   */
  double of(long[] masks, int depth);
}
