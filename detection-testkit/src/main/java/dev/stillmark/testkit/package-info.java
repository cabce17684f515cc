/** Seeded teachers, students and innocents that write, learn and mark text; never in a service. */
@NullMarked
package dev.stillmark.testkit;

import org.jspecify.annotations.NullMarked;
