/** Outputs in, signals out; stateless, and the only place that holds watermark keys. */
@NullMarked
package dev.stillmark.fingerprint;

import org.jspecify.annotations.NullMarked;
