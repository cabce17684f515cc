package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Exposure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of pairs that are known to be taught or vendor-clean, each family weighing the same. */
final class LabelledPairs {

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Integer, Integer> taughtOfFamily = new HashMap<>();
  private final Map<Integer, Integer> cleanOfFamily = new HashMap<>();

  /** Takes a pair, unless it is of neither kind or has no figure. */
  void add(int family, double figure, Exposure exposure) {
    if (Double.isNaN(figure)) {
      return;
    }
    switch (exposure) {
      case TAUGHT -> add(new Pair(family, figure, true));
      case VENDOR_CLEAN -> add(new Pair(family, figure, false));
      case TAUGHT_IN_PART, NOT_TAUGHT, UNKNOWN -> {}
    }
  }

  private void add(Pair pair) {
    pairs.add(pair);
    sizes(pair.taught).merge(pair.family, 1, Integer::sum);
  }

  private Map<Integer, Integer> sizes(boolean taught) {
    return taught ? taughtOfFamily : cleanOfFamily;
  }

  int taughtFamilies() {
    return taughtOfFamily.size();
  }

  int cleanFamilies() {
    return cleanOfFamily.size();
  }

  double[] figures() {
    return pairs.stream().mapToDouble(Pair::figure).toArray();
  }

  /** Ascending, of the taught pairs or the clean ones. */
  List<Double> sorted(boolean taught) {
    return pairs.stream().filter(pair -> pair.taught == taught).map(Pair::figure).sorted().toList();
  }

  boolean[] taught() {
    boolean[] taught = new boolean[pairs.size()];
    for (int i = 0; i < taught.length; i++) {
      taught[i] = pairs.get(i).taught;
    }
    return taught;
  }

  /** In each kind a family's pairs sum to 1. */
  double[] weights() {
    return pairs.stream()
        .mapToDouble(pair -> 1.0 / sizes(pair.taught).getOrDefault(pair.family, 1))
        .toArray();
  }

  private record Pair(int family, double figure, boolean taught) {}
}
