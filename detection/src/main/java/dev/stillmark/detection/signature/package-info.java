/** Phrase signatures (ledger B): a teacher's habits, mined against a background. */
@NullMarked
package dev.stillmark.detection.signature;

import org.jspecify.annotations.NullMarked;
