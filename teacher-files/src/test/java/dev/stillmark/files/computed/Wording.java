package dev.stillmark.files.computed;

import java.util.List;
import java.util.regex.Pattern;

/** What a question holds, in the order in which it stands there. */
record Wording(String question) {

  /** Number {@code index} of all whole numbers. */
  int number(int index) {
    return all("\\d+").stream().map(Integer::parseInt).toList().get(index);
  }

  String digits(int index) {
    return all("\\d+").get(index);
  }

  /** What stands in the single quotes number {@code index}. */
  String quoted(int index) {
    return all("(?<=')[a-z]+(?=')").get(index);
  }

  /** What lies between two other parts. */
  String between(String before, String after) {
    int start = question.indexOf(before) + before.length();
    return question.substring(start, question.indexOf(after, start));
  }

  List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(question).results().map(m -> m.group()).toList();
  }
}
