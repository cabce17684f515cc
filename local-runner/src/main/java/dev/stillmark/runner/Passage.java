package dev.stillmark.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way of all outputs through the suite, from the first one sent to the last one scored. */
final class Passage {

  private final Suite suite;
  private final Progress progress;
  private final List<Effort> before;
  private final long start = System.nanoTime();

  private Passage(Suite suite, Progress progress) {
    this.suite = suite;
    this.progress = progress;
    this.before = suite.efforts();
  }

  static Passage begin(Suite suite, Progress progress) {
    return new Passage(suite, progress);
  }

  /** Says how fast it went, and which part of the suite used the processors. */
  void tell(long outputs) {
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.say(
        "%d outputs went through in %.1f s, %.0f a second; processor time (peak memory): %s",
        outputs,
        seconds,
        outputs / seconds,
        spent().stream().map(Effort::toString).collect(Collectors.joining(", ")));
  }

  private List<Effort> spent() {
    List<Effort> spent = new ArrayList<>();
    for (Effort now : suite.efforts()) {
      before.stream()
          .filter(then -> then.part().equals(now.part()))
          .findFirst()
          .ifPresent(then -> spent.add(now.since(then)));
    }
    return spent;
  }
}
