/** Decides heads of permutations eight at a time, by the JDK's Vector API. */
@NullMarked
package dev.stillmark.lanes;

import org.jspecify.annotations.NullMarked;
