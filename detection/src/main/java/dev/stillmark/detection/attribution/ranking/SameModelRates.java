package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.stats.ErrorRate;
import java.util.Optional;

/**
 * How well likeness tells derived models from unrelated ones; empty where there are none.
 *
 * @param derivatives found, of the models that are known to be derived from one of the panel
 * @param clean called, of the pairs of a model and a reference of a teacher that it is clean of
 */
public record SameModelRates(Optional<ErrorRate> derivatives, Optional<ErrorRate> clean) {}
