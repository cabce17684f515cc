/** A watermark's trace in sequences as they are: one by one, pooled, in reading mode, many keys. */
@NullMarked
package dev.stillmark.detection.radioactivity;

import org.jspecify.annotations.NullMarked;
