package dev.stillmark.verdicts.store;

import java.util.List;
import java.util.Map;

/**
 * What the database held at one moment for the examination of one suspect.
 *
 * @param segments the pieces of every evidence that was asked for, by its id
 * @param collections the suspect's reconciliation
 */
public record Holdings(Map<Long, List<SegmentRow>> segments, List<CollectionCounts> collections) {}
