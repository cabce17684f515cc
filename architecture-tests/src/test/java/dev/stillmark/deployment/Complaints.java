package dev.stillmark.deployment;

import java.util.ArrayList;
import java.util.List;

/** Sentences about what is wrong, each with what it is about. */
final class Complaints {

  private final List<String> all = new ArrayList<>();
  private String subject = "";

  void about(String subject) {
    this.subject = subject;
  }

  void when(boolean broken, String sentence) {
    if (broken) {
      all.add(subject + " " + sentence);
    }
  }

  void unless(boolean kept, String sentence) {
    when(!kept, sentence);
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
