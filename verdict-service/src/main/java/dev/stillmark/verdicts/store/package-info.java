@NullMarked
package dev.stillmark.verdicts.store;

import org.jspecify.annotations.NullMarked;
