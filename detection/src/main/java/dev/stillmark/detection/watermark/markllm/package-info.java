/** The green lists of Kirchenbauer et al. (2023), as the MarkLLM toolkit draws them. */
@NullMarked
package dev.stillmark.detection.watermark.markllm;

import org.jspecify.annotations.NullMarked;
