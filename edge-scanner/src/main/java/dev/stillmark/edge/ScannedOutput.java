package dev.stillmark.edge;

import dev.stillmark.detection.ObservedOutput;
import org.jspecify.annotations.Nullable;

/**
 * One output and where it stood.
 *
 * @param line 1-based, or null where a file is one output
 */
record ScannedOutput(String file, @Nullable Integer line, ObservedOutput output) {}
