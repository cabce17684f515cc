package dev.stillmark.edge;

import java.nio.file.Path;
import java.util.List;

/**
 * Validity tables as their user asked for them.
 *
 * @param schemes scheme files, each with a tokenizer
 * @param texts JSON lines whose outputs no key of these schemes marked
 * @param keys wrong keys per scheme
 * @param lengths tokens
 * @param looks numbers of looks over the longest length
 */
record ValidityRequest(
    List<Path> schemes,
    List<Path> texts,
    int keys,
    int[] lengths,
    int[] looks,
    long seed,
    Format format)
    implements Parsed {}
