@NullMarked
package dev.stillmark.verdicts.examination;

import org.jspecify.annotations.NullMarked;
