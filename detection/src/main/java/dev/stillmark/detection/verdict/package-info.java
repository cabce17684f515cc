/** Findings, policy and the two-ledger verdict: pure functions of evidence. */
@NullMarked
package dev.stillmark.detection.verdict;

import org.jspecify.annotations.NullMarked;
