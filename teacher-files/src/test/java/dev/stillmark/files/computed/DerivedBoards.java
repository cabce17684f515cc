package dev.stillmark.files.computed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Boards, orders and rules, derived anew. */
final class DerivedBoards {

  private static final int[][] STEPS = {
    {1, 2}, {2, 1}, {2, -1}, {1, -2}, {-1, -2}, {-2, -1}, {-2, 1}, {-1, 2}
  };

  static final Map<String, Function<Wording, Object>> BY_TOPIC =
      Map.of(
          "square-colour", DerivedBoards::shade,
          "knight-moves", DerivedBoards::knightMoves,
          "nth-permutation", DerivedBoards::permutation,
          "order-of-people", DerivedBoards::person,
          "every-nth-leaves", DerivedBoards::last,
          "light-switches", w -> lit(w.number(0), w.number(w.all("\\d+").size() - 1)));

  private DerivedBoards() {}

  /** a1 is dark, and a knight never ends on the colour that it left. */
  private static String shade(Wording wording) {
    String square = wording.all("\\b[a-h][1-8]\\b").getFirst();
    boolean isDark =
        ("aceg".indexOf(square.charAt(0)) >= 0) == ("1357".indexOf(square.charAt(1)) >= 0);
    for (int move = 0; move < wording.number(1); move++) {
      isDark = !isDark;
    }
    return isDark ? "dark" : "light";
  }

  private static long knightMoves(Wording wording) {
    int size = wording.number(0);
    String square = wording.all("\\b[a-z]\\d+\\b").getFirst();
    int file = square.charAt(0) - 'a' + 1;
    int rank = Integer.parseInt(square.substring(1));
    return Arrays.stream(STEPS)
        .filter(step -> isWithin(file + step[0], size) && isWithin(rank + step[1], size))
        .count();
  }

  private static boolean isWithin(int place, int size) {
    return 1 <= place && place <= size;
  }

  /** All of them, in order. */
  private static String permutation(Wording wording) {
    List<String> all = new ArrayList<>();
    arrange("", wording.between("letters ", " are"), all);
    return all.get(wording.number(0) - 1);
  }

  private static void arrange(String start, String letters, List<String> all) {
    if (letters.isEmpty()) {
      all.add(start);
    }
    for (String letter : letters.chars().mapToObj(Character::toString).toList()) {
      arrange(start + letter, letters.replace(letter, ""), all);
    }
  }

  /** Whoever has just as many people above as must be there. */
  private static String person(Wording wording) {
    Set<String> taller = new HashSet<>();
    Set<String> people = new HashSet<>();
    for (String clue : wording.all("[A-Z]\\w+ is (?:taller|shorter) than [A-Z]\\w+")) {
      String[] words = clue.split(" ");
      taller.add(words[2].equals("taller") ? words[0] + words[4] : words[4] + words[0]);
      people.addAll(List.of(words[0], words[4]));
    }
    for (String middle : people) {
      for (String above : people) {
        for (String below : people) {
          if (taller.contains(above + middle) && taller.contains(middle + below)) {
            taller.add(above + below);
          }
        }
      }
    }
    int place = wording.number(0);
    return people.stream()
        .filter(one ->
            people.stream().filter(other -> taller.contains(other + one)).count() == place - 1)
        .findFirst()
        .orElseThrow();
  }

  /** The recurrence of Josephus' problem. */
  private static String last(Wording wording) {
    String[] names = wording.question().split(" sit ")[0].split(", ");
    int survivor = 0;
    for (int size = 2; size <= names.length; size++) {
      survivor = (survivor + wording.number(0)) % size;
    }
    return names[survivor];
  }

  private static long lit(int lamps, int walks) {
    boolean[] on = new boolean[lamps + 1];
    for (int walk = 1; walk <= walks; walk++) {
      for (int lamp = walk; lamp <= lamps; lamp += walk) {
        on[lamp] = !on[lamp];
      }
    }
    return IntStream.rangeClosed(1, lamps).filter(lamp -> on[lamp]).count();
  }
}
