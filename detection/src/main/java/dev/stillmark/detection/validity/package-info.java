/** Error rates and power, measured on text at hand under keys that did or did not mark it. */
@NullMarked
package dev.stillmark.detection.validity;

import org.jspecify.annotations.NullMarked;
