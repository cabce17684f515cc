/**
 * Watermarks (ledger A): what every scheme has in common, its keys, their decoys and the detector.
 * The schemes themselves are the packages below this one.
 */
@NullMarked
package dev.stillmark.detection.watermark;

import org.jspecify.annotations.NullMarked;
