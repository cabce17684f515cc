package dev.stillmark.detection.verdict;

/**
 * The evidence after the first outputs, in the order of their identities.
 *
 * @param outputs outputs so far
 * @param tokens scorable tokens in them
 * @param scored distinct units of evidence so far
 */
public record CurvePoint(int outputs, long tokens, long scored, double log10P, double log10E) {}
