/** Canaries (ledger A): planted random replies that a model can only know from their owner. */
@NullMarked
package dev.stillmark.detection.canary;

import org.jspecify.annotations.NullMarked;
