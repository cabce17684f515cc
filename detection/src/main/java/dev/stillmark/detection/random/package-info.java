/** The random number generators that watermarks draw from, bit for bit. */
@NullMarked
package dev.stillmark.detection.random;

import org.jspecify.annotations.NullMarked;
