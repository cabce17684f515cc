/** From measurements to claims: z-scores, ranks among families, calibration and error rates. */
@NullMarked
package dev.stillmark.detection.attribution.ranking;

import org.jspecify.annotations.NullMarked;
