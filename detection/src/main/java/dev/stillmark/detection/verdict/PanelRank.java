package dev.stillmark.detection.verdict;

/**
 * A suspect among the families of the reference panel, each family at its most extreme model.
 *
 * @param families the unit of replication
 * @param models reference models in those families
 * @param atLeastAsExtreme families whose maximum is at least the suspect's statistic
 */
public record PanelRank(int families, int models, int atLeastAsExtreme) {

  /** Model-conformal p: (1 + at least as extreme) / (families + 1). */
  public double p() {
    return (1.0 + atLeastAsExtreme) / (1.0 + families);
  }

  /** The smallest p that this panel can give at all. */
  public double smallestP() {
    return 1.0 / (1.0 + families);
  }
}
