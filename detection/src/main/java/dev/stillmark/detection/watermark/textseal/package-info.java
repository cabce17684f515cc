/** The watermarks of TextSeal, which draw from a hash and need no vocabulary. */
@NullMarked
package dev.stillmark.detection.watermark.textseal;

import org.jspecify.annotations.NullMarked;
