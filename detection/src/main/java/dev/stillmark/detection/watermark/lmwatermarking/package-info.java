/** The green lists of Kirchenbauer et al. (2023, 2024), as their own lm-watermarking draws them. */
@NullMarked
package dev.stillmark.detection.watermark.lmwatermarking;

import org.jspecify.annotations.NullMarked;
