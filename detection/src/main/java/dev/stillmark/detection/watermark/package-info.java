/** Green-list watermarks (ledger A): schemes, keys, decoys and the detector. */
@NullMarked
package dev.stillmark.detection.watermark;

import org.jspecify.annotations.NullMarked;
