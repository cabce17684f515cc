package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Decision;
import dev.stillmark.detection.verdict.Verdict;
import java.util.List;

/** What a whole scan came to. */
record ScanSummary(int read, int rejected, List<Verdict> verdicts) {

  int records() {
    return read + rejected;
  }

  ExitStatus status() {
    if (read == 0) {
      return ExitStatus.UNUSABLE_INPUT;
    }
    boolean isFound = verdicts.stream().anyMatch(v -> v.decision() instanceof Decision.Support);
    return isFound ? ExitStatus.FOUND : ExitStatus.NOTHING_FOUND;
  }
}
