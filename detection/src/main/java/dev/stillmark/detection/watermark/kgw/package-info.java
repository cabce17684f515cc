/** The green lists of Kirchenbauer et al. (2023), as Hugging Face transformers draws them. */
@NullMarked
package dev.stillmark.detection.watermark.kgw;

import org.jspecify.annotations.NullMarked;
