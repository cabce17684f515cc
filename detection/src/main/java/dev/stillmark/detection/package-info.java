/** What a detector is: one output goes in, one signal comes out. */
@NullMarked
package dev.stillmark.detection;

import org.jspecify.annotations.NullMarked;
