/** The Gumbel watermarks of the inference server SGLang, 0.5.22 and 0.5.23. */
@NullMarked
package dev.stillmark.detection.watermark.sglang;

import org.jspecify.annotations.NullMarked;
