package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The z-scores of a panel from which a suspect's families were taken out, each model against the
 * vendor-clean models of the families that are neither its own nor the suspect's.
 *
 * <p>So nothing here knows what is said of the families that were taken out, and the suspect is
 * scored by the same rule as everyone.
 */
final class PanelScores {

  /** Fewer models have no spread to speak of. */
  static final int LEAST_MODELS = 5;

  private static final int NO_FAMILY = -1;

  private final Panelists panelists;
  private final BitSet leftOut;
  private final Map<BehaviourSignal, NullFit[]> fits;
  private final List<Map<BehaviourSignal, double[]>> z = new ArrayList<>();

  PanelScores(Panelists panelists, BitSet leftOut) {
    this.panelists = panelists;
    this.leftOut = leftOut;
    fits = fits(NO_FAMILY);
    List<Map<BehaviourSignal, NullFit[]>> fitsOf = new ArrayList<>();
    for (int family = 0; family < panelists.familyCount(); family++) {
      fitsOf.add(leftOut.get(family) ? Map.of() : fits(family));
    }
    for (int model = 0; model < panelists.count(); model++) {
      z.add(z(fitsOf.get(panelists.family(model)), panelists.row(model)));
    }
  }

  Panelists panelists() {
    return panelists;
  }

  boolean isLeftOut(int model) {
    return leftOut.get(panelists.family(model));
  }

  /** Whether a model may stand in a teacher's null. */
  boolean isClean(int model, int teacher) {
    return panelists.isClean(model, teacher) && !isLeftOut(model);
  }

  int cleanModels(int teacher) {
    int clean = 0;
    for (int model = 0; model < panelists.count(); model++) {
      clean += isClean(model, teacher) ? 1 : 0;
    }
    return clean;
  }

  int cleanFamilies(int teacher) {
    BitSet clean = new BitSet();
    for (int model = 0; model < panelists.count(); model++) {
      clean.set(
          panelists.family(model), clean.get(panelists.family(model)) || isClean(model, teacher));
    }
    return clean.cardinality();
  }

  /** A score of a model of the panel by teacher; NaN for models that were left out. */
  double[] of(int model, BehaviourScore score) {
    return score.of(z.get(model), panelists.row(model).own());
  }

  /** By signal and teacher, of a model whose families were left out. */
  Map<BehaviourSignal, double[]> z(CentredRow suspect) {
    return z(fits, suspect);
  }

  private Map<BehaviourSignal, double[]> z(Map<BehaviourSignal, NullFit[]> fits, CentredRow row) {
    Map<BehaviourSignal, double[]> scores = new EnumMap<>(BehaviourSignal.class);
    fits.forEach((signal, ofTeachers) -> scores.put(signal, z(ofTeachers, row, signal)));
    return scores;
  }

  private static double[] z(NullFit[] fits, CentredRow row, BehaviourSignal signal) {
    double[] scores = new double[fits.length];
    for (int teacher = 0; teacher < fits.length; teacher++) {
      scores[teacher] = fits[teacher].z(row.score(signal, teacher), row.covariate(signal));
    }
    return scores;
  }

  private Map<BehaviourSignal, NullFit[]> fits(int otherThan) {
    Map<BehaviourSignal, NullFit[]> fits = new EnumMap<>(BehaviourSignal.class);
    for (BehaviourSignal signal : panelists.signals()) {
      NullFit[] ofTeachers = new NullFit[panelists.teachers().count()];
      for (int teacher = 0; teacher < ofTeachers.length; teacher++) {
        ofTeachers[teacher] = fit(signal, teacher, otherThan);
      }
      fits.put(signal, ofTeachers);
    }
    return fits;
  }

  private NullFit fit(BehaviourSignal signal, int teacher, int otherThan) {
    NullSample sample = new NullSample(panelists.count());
    for (int model = 0; model < panelists.count(); model++) {
      int family = panelists.family(model);
      if (family != otherThan && isClean(model, teacher)) {
        CentredRow row = panelists.row(model);
        sample.add(row.score(signal, teacher), row.covariate(signal), family);
      }
    }
    return sample.size() < LEAST_MODELS ? NullFit.NONE : NullFit.of(sample);
  }
}
