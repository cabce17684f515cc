/** Evidence is a set: distinct scored items that merge by union. */
@NullMarked
package dev.stillmark.detection.evidence;

import org.jspecify.annotations.NullMarked;
