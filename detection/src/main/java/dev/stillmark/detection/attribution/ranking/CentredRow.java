package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Measurements;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What was measured of one model, each signal centred over the teachers that are not its own.
 *
 * @param own which teachers have a reference in the model's family
 * @param length of its answers relative to the teachers'
 * @param scores by signal and teacher
 */
record CentredRow(boolean[] own, double length, Map<BehaviourSignal, double[]> scores) {

  static CentredRow of(
      Measurements measurements, int row, TeacherColumns teachers, Set<String> families) {
    boolean[] own = teachers.ownOf(families);
    Map<BehaviourSignal, double[]> scores = new EnumMap<>(BehaviourSignal.class);
    measurements
        .scores()
        .forEach((signal, matrix) -> scores.put(signal, teachers.centre(matrix[row], own)));
    return new CentredRow(own, measurements.relativeLength()[row], scores);
  }

  /** Of a model that gave no answer: without any figure. */
  static CentredRow unmeasured(TeacherColumns teachers) {
    return new CentredRow(new boolean[teachers.count()], Double.NaN, Map.of());
  }

  double score(BehaviourSignal signal, int teacher) {
    double[] ofSignal = scores.get(signal);
    return ofSignal == null ? Double.NaN : ofSignal[teacher];
  }

  /** The covariate of a signal: nothing where it is not adjusted for length. */
  double covariate(BehaviourSignal signal) {
    return signal.isLengthAdjusted() ? length : 0;
  }
}
