package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.ChoiceChecker;
import dev.stillmark.detection.probe.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about boards, orders and rules. */
final class BoardProbes {

  private static final ChoiceChecker SHADES = new ChoiceChecker(List.of("light", "dark"));
  private static final ChoiceChecker NAMES = new ChoiceChecker(Vocabulary.NAMES);

  private BoardProbes() {}

  static Stream<Probe> all() {
    return Stream.of(
            Topic.of("square-colour", SHADES, BoardProbes::squareColour),
            Topic.of("knight-moves", Topic.NUMBER, BoardProbes::knightMoves),
            Topic.of("nth-permutation", Topic.WORD, BoardProbes::nthPermutation),
            Topic.of("order-of-people", NAMES, BoardProbes::orderOfPeople),
            Topic.of("every-nth-leaves", NAMES, BoardProbes::everyNthLeaves),
            Topic.of("light-switches", Topic.NUMBER, BoardProbes::lightSwitches))
        .flatMap(List::stream);
  }

  private static String square(int file, int rank) {
    return (char) ('a' + file) + Integer.toString(rank + 1);
  }

  /**
   * From square to square by the steps of a knight, so that only the last one's colour is asked.
   */
  private static void squareColour(Topic topic, int level) {
    int file = topic.between(0, 7);
    int rank = topic.between(0, 7);
    int moves = topic.between(1, 6) + 8 * level;
    boolean isLight = (file + rank + moves) % 2 == 1;
    String question =
        "A knight stands on %s of a chessboard and makes %d moves. Is the square that it ends on"
            + " light or dark?";
    topic.add(question.formatted(square(file, rank), moves), isLight ? "light" : "dark");
  }

  private static void knightMoves(Topic topic, int level) {
    int size = 4 + level;
    int file = topic.between(0, 2);
    int rank = topic.between(0, 2);
    int moves = 0;
    for (int df = -2; df <= 2; df++) {
      for (int dr = -2; dr <= 2; dr++) {
        boolean isStep = Math.abs(df * dr) == 2;
        boolean isOnBoard =
            file + df >= 0 && file + df < size && rank + dr >= 0 && rank + dr < size;
        moves += isStep && isOnBoard ? 1 : 0;
      }
    }
    topic.add(
        "On an empty board of %d by %d squares, to how many squares can a knight on %s move?"
            .formatted(size, size, square(file, rank)),
        moves);
  }

  private static void nthPermutation(Topic topic, int level) {
    int letters = 4 + level / 3;
    int count = IntStream.rangeClosed(2, letters).reduce(1, (a, b) -> a * b);
    int n = topic.between(count / 3, count - 2);
    List<Character> left = new ArrayList<>();
    IntStream.range(0, letters).forEach(i -> left.add((char) ('a' + i)));
    StringBuilder permutation = new StringBuilder();
    int rest = n - 1;
    for (int block = count / letters, size = letters; size > 0; size--) {
      permutation.append(left.remove(rest / block));
      rest %= block;
      block /= Math.max(1, size - 1);
    }
    topic.add(
        "All arrangements of the letters %s are listed in alphabetical order. Which one is number %d?"
            .formatted("abcdefgh".substring(0, letters), n),
        permutation);
  }

  private static void orderOfPeople(Topic topic, int level) {
    List<String> people = new ArrayList<>(Vocabulary.NAMES.subList(0, Math.min(8, 4 + level / 2)));
    Collections.shuffle(people, new Random(31 + level));
    List<String> clues = new ArrayList<>();
    for (int i = 0; i + 1 < people.size(); i++) {
      String clue = "%s is taller than %s.";
      String reversed = "%2$s is shorter than %1$s.";
      clues.add(
          (topic.random.nextBoolean() ? clue : reversed)
              .formatted(people.get(i), people.get(i + 1)));
    }
    Collections.shuffle(clues, new Random(77 + level));
    int place = topic.between(2, people.size() - 1);
    topic.add(
        "%s Who is number %d when they stand in line, the tallest first?"
            .formatted(String.join(" ", clues), place),
        people.get(place - 1));
  }

  private static void everyNthLeaves(Topic topic, int level) {
    int size = Math.min(8, 5 + level / 3);
    int step = topic.between(2, 4) + 3 * (level % 3);
    List<String> circle = new ArrayList<>(Vocabulary.NAMES.subList(0, size));
    String names = String.join(", ", circle);
    int at = 0;
    while (circle.size() > 1) {
      at = (at + step - 1) % circle.size();
      circle.remove(at);
    }
    topic.add(
        "%s sit in a circle in this order. Counting starts with Ann, and whoever is number %d leaves;"
                .formatted(names, step)
            + " then counting starts again at 1 with the next. Who is left in the end?",
        circle.getFirst());
  }

  /** Lamp n is switched once for each of its divisors up to the number of walks. */
  private static void lightSwitches(Topic topic, int level) {
    int lamps = topic.between(15, 30) + 9 * level;
    int walks = topic.between(3, 5) + level / 3;
    long lit =
        IntStream.rangeClosed(1, lamps)
            .filter(
                lamp -> IntStream.rangeClosed(1, walks).filter(w -> lamp % w == 0).count() % 2 == 1)
            .count();
    topic.add(
        "There are %d lamps in a row, numbered from 1, all off. On walk 1 every lamp is switched, on"
                .formatted(lamps)
            + " walk 2 every second lamp, on walk 3 every third, and so on up to walk %d. How many"
                .formatted(walks)
            + " lamps are on after that?",
        lit);
  }
}
