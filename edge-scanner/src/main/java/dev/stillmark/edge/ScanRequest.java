package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Policy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scan as its user asked for it.
 *
 * @param inputs files, or {@code -} for standard input
 * @param suspect whose outputs they are; evidence of different suspects never merges
 * @param textOnly whether token ids beside a text are left aside
 * @param evidence the evidence file to merge into, or null
 */
record ScanRequest(
    List<String> inputs,
    List<Path> teachers,
    String suspect,
    boolean textOnly,
    @Nullable Path evidence,
    Policy policy,
    Format format)
    implements Parsed {}
