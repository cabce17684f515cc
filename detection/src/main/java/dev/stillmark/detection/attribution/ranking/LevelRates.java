package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.stats.ErrorRate;
import java.util.Optional;

/**
 * How often a p-value is at most a level, by what is known of the pair; empty where there is none.
 *
 * @param clean false alarms among vendor-clean pairs
 * @param cleanOfTeacherFamilies those of models whose family holds a teacher of the panel, {@code
 *     cleanOfOthers} those of the rest
 * @param kin false alarms among pairs that may know another teacher of the vendor
 * @param taught pairs found
 */
public record LevelRates(
    double level,
    Optional<ErrorRate> clean,
    Optional<ErrorRate> cleanOfTeacherFamilies,
    Optional<ErrorRate> cleanOfOthers,
    Optional<ErrorRate> kin,
    Optional<ErrorRate> taught) {}
