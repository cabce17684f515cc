/**
 * The distortion-free watermarks of Kuditipudi et al. (2024), found by aligning a text with the
 * key's random sequence.
 */
@NullMarked
package dev.stillmark.detection.watermark.edit;

import org.jspecify.annotations.NullMarked;
