/** The one fixed green list of Zhao et al. (2024), as their repository and MarkLLM draw it. */
@NullMarked
package dev.stillmark.detection.watermark.unigram;

import org.jspecify.annotations.NullMarked;
