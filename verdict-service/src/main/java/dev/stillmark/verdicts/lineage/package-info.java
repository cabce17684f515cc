@NullMarked
package dev.stillmark.verdicts.lineage;

import org.jspecify.annotations.NullMarked;
