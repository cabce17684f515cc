/** The Gumbel and green-list watermarks of Fernandez et al. (2023), as three_bricks makes them. */
@NullMarked
package dev.stillmark.detection.watermark.threebricks;

import org.jspecify.annotations.NullMarked;
