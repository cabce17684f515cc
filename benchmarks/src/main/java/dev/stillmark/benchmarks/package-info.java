/**
 * How fast the core is: one benchmark a file, each tested for the same answer as the reference
 * path.
 */
@NullMarked
package dev.stillmark.benchmarks;

import org.jspecify.annotations.NullMarked;
