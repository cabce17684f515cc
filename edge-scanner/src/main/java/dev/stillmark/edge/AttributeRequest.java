package dev.stillmark.edge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suspects to attribute to teachers, as their user asked.
 *
 * @param suspects files, patterns or folders, as are references; lineage has no folders
 * @param alpha the error rate of a claim
 * @param hasGrowth whether the figures are also given for fewer prompts
 * @param isEvaluation whether error rates over the labelled models are asked for, not the suspects
 * @param isPanel whether the panel itself is asked for, before anything is measured
 * @param panelVersion what reports call the panel, or null
 * @param panelDate as of which its labels are known, or null
 */
record AttributeRequest(
    List<String> suspects,
    List<String> references,
    Path labels,
    Path teachers,
    List<String> lineage,
    double alpha,
    boolean hasGrowth,
    boolean isEvaluation,
    boolean isPanel,
    @Nullable String panelVersion,
    @Nullable LocalDate panelDate,
    Format format)
    implements Parsed {}
