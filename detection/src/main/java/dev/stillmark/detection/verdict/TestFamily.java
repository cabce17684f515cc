package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.stats.EvalueBenjaminiHochberg;
import dev.stillmark.detection.stats.Holm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All ledger A tests that were tried against one suspect, over all teachers, with their figures
 * adjusted for each other.
 *
 * <p>The family's size is the K of every threshold, so that threshold and adjustments cannot
 * disagree about it. A test that has nothing to say keeps its place with p = 1 and e = 0: a
 * published key, which must not lift another test; evidence that gave no finding; canaries, which
 * have no p. p is the tail where it is proved to be conservative.
 */
public final class TestFamily {

  private final int size;
  private final Map<String, AdjustedFigures> byDetector;

  private TestFamily(int size, Map<String, AdjustedFigures> byDetector) {
    this.size = size;
    this.byDetector = byDetector;
  }

  /**
   * The family of one suspect's tests.
   *
   * @param tried every detector that was tried, also those whose evidence gave no finding
   * @param findings all findings on the suspect, over all teachers
   */
  public static TestFamily of(List<Descriptor> tried, List<Finding> findings) {
    int size = (int) tried.stream().filter(Descriptor::isLedgerA).count();
    long found = findings.stream().filter(f -> f.descriptor().isLedgerA()).count();
    if (found > size) {
      throw new IllegalArgumentException(
          "ledger A tests tried must be at least the %d with findings but are %d"
              .formatted(found, size));
    }
    return new TestFamily(
        size, adjust(size, findings.stream().filter(Finding::isEvidential).toList()));
  }

  private static Map<String, AdjustedFigures> adjust(int size, List<Finding> evidential) {
    double[] log10P = new double[size];
    double[] log10E = new double[size];
    for (int i = 0; i < size; i++) {
      boolean speaks = i < evidential.size();
      log10P[i] = speaks ? log10P(evidential.get(i)) : 0;
      log10E[i] = speaks ? log10E(evidential.get(i)) : Double.NEGATIVE_INFINITY;
    }
    double[] holm = Holm.adjust(log10P);
    double[] eBh = EvalueBenjaminiHochberg.adjust(log10E);
    Map<String, AdjustedFigures> byDetector = new HashMap<>();
    for (int i = 0; i < evidential.size(); i++) {
      Finding finding = evidential.get(i);
      boolean hasP = finding instanceof Finding.Watermark;
      byDetector.put(finding.descriptor().id(), new AdjustedFigures(hasP ? holm[i] : null, eBh[i]));
    }
    return byDetector;
  }

  private static double log10P(Finding finding) {
    return switch (finding) {
      case Finding.Watermark mark -> mark.log10PBound();
      case Finding.Canaries _, Finding.Phrases _ -> 0;
    };
  }

  private static double log10E(Finding finding) {
    return switch (finding) {
      case Finding.Watermark mark -> mark.log10E();
      case Finding.Canaries canaries -> canaries.log10E();
      case Finding.Phrases _ -> Double.NEGATIVE_INFINITY;
    };
  }

  /** K: how many ledger A tests were tried, published keys and failed ones among them. */
  public int size() {
    return size;
  }

  /** Both null for ledger B and for a published key. */
  public AdjustedFigures adjusted(Finding finding) {
    return byDetector.getOrDefault(finding.descriptor().id(), AdjustedFigures.NONE);
  }
}
