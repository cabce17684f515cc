/** SynthID-Text of Dathathri et al. (2024), in the dialects that its implementations speak. */
@NullMarked
package dev.stillmark.detection.watermark.synthid;

import org.jspecify.annotations.NullMarked;
