/** The sampling watermarks EXP, EXPGumbel and PF, as MarkLLM makes them. */
@NullMarked
package dev.stillmark.detection.watermark.exp;

import org.jspecify.annotations.NullMarked;
