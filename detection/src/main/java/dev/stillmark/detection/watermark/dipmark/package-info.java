/** The reweighting watermark of Wu et al. (2024), as MarkLLM scores it. */
@NullMarked
package dev.stillmark.detection.watermark.dipmark;

import org.jspecify.annotations.NullMarked;
