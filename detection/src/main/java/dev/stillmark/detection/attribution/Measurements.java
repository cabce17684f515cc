package dev.stillmark.detection.attribution;

import java.util.List;
import java.util.Map;

/**
 * What every signal says of every model against every teacher, all on the same prompts.
 *
 * <p>Rows are models, the panel's first, then the suspects that are not of the panel; columns of
 * scores are the panel's teachers. A figure that cannot be had is NaN.
 *
 * @param models their names, in the order of the rows
 * @param prompts how many prompts the figures are from
 * @param answered of each model, to how many of those prompts it gave an answer
 * @param scores by signal, [model][teacher], higher is more alike; length-adjusted where the signal
 *     is, not centred
 * @param relativeLength of each model, the mean over prompts of ln(1 + words) less the mean of the
 *     teachers' reference models on the same prompt
 * @param likeness [model][model of the panel], the mean of rare shared 1-4-grams over prompts, not
 *     adjusted for length
 */
public record Measurements(
    List<String> models,
    int prompts,
    int[] answered,
    Map<BehaviourSignal, double[][]> scores,
    double[] relativeLength,
    double[][] likeness) {}
