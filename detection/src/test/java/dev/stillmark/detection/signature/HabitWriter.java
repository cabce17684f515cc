package dev.stillmark.detection.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A seeded writer of word salad who slips in habitual phrases. */
record HabitWriter(List<String> habits, double habitShare) {

  static final HabitWriter PLAIN = new HabitWriter(List.of(), 0);

  static final HabitWriter TEACHER =
      new HabitWriter(
          List.of("it bears repeating that", "by and large", "rest assured", "in a nutshell"), 0.2);

  List<String> outputs(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> output(random)).toList();
  }

  private String output(Random random) {
    List<String> words = new ArrayList<>();
    int length = 40 + random.nextInt(80);
    while (words.size() < length) {
      words.add("word" + (int) (500 * Math.pow(random.nextDouble(), 2)));
    }
    for (String habit : habits) {
      if (random.nextDouble() < habitShare) {
        words.add(random.nextInt(words.size()), habit);
      }
    }
    return String.join(" ", words);
  }
}
