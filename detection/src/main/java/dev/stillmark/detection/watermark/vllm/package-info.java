/** The Gumbel watermarks of the inference server vLLM, 0.30 to 0.33. */
@NullMarked
package dev.stillmark.detection.watermark.vllm;

import org.jspecify.annotations.NullMarked;
