/**
 * Shared errors and the ceiling: questions with known answers, how an answer is graded, and whether
 * a suspect errs where and as a teacher does. Ledger B: never more than a rank among families.
 */
@NullMarked
package dev.stillmark.detection.probe;

import org.jspecify.annotations.NullMarked;
