@NullMarked
package dev.stillmark.verdicts.intake;

import org.jspecify.annotations.NullMarked;
