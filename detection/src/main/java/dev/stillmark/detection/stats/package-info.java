/** Exact tails, e-values and ranks in log space. */
@NullMarked
package dev.stillmark.detection.stats;

import org.jspecify.annotations.NullMarked;
