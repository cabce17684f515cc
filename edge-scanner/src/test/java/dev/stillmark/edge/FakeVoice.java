package dev.stillmark.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How a made-up model answers: in the habits of its family and, as often as it was taught to, in
 * those of a teacher.
 *
 * <p>A habit is a way to begin, a turn of phrase, two words of the subject that go together, or a
 * way to end a sentence. Families share many: each has a few out of a stock that is the same for
 * all. Which habit comes where is chance, so that hardly a sentence comes twice.
 */
final class FakeVoice {

  private static final int OPENINGS = 40;
  private static final int TURNS = 150;
  private static final int OWN_TURNS = 5;
  private static final int LEAST_WORDS = 5;
  private static final int MORE_WORDS = 25;
  private static final int SUBJECTS = 6;
  private static final String[] ENDS = {". ", ".\\n\\n", "! ", ".\\n- ", "; "};
  private static final String[] PLAIN = {"the", "of", "and", "to", "in", "is", "that", "for"};

  private final long seed;
  private final int family;
  private final int teacher;
  private final double share;
  private final Random chance;

  FakeVoice(long seed, String model, int family, int teacher, double share) {
    this.seed = seed;
    this.family = family;
    this.teacher = teacher;
    this.share = share;
    chance = new Random(seed * 31 + model.hashCode());
  }

  String answer(int prompt) {
    StringBuilder answer = new StringBuilder(opening(prompt)).append(' ');
    int sentences = 7 + chance.nextInt(4) + habit(speaker(), "length", 5);
    for (int sentence = 0; sentence < sentences; sentence++) {
      answer.append(sentence(prompt)).append(ENDS[habit(speaker(), "end" + chance.nextInt(3), 5)]);
    }
    return answer.toString().strip();
  }

  private int speaker() {
    return chance.nextDouble() < share ? teacher : family;
  }

  private String opening(int prompt) {
    int kind = habit(speaker(), "opening" + prompt % 3 + chance.nextInt(2), OPENINGS);
    return "well%d then".formatted(kind);
  }

  private String sentence(int prompt) {
    List<String> words = new ArrayList<>();
    words.add(turn());
    for (int i = 0; i < 3; i++) {
      words.add(PLAIN[chance.nextInt(PLAIN.length)]);
      words.add(subject(prompt));
    }
    return String.join(" ", words);
  }

  private String turn() {
    int turn = habit(speaker(), "turn" + chance.nextInt(OWN_TURNS), TURNS);
    return "turn%d of%d".formatted(turn, turn % 17);
  }

  private String subject(int prompt) {
    String what = "subject" + prompt + "/" + chance.nextInt(SUBJECTS);
    int speaker = speaker();
    int breadth = LEAST_WORDS + habit(speaker, "breadth", MORE_WORDS);
    int first = habit(speaker, what, breadth);
    int second = habit(speaker, what + "b", breadth);
    return "s%dx%d s%dx%d".formatted(prompt, first, prompt, second);
  }

  private int habit(int speaker, String what, int bound) {
    return new Random(seed * 1_000_003 + speaker * 7_919L + what.hashCode() * 104_729L)
        .nextInt(bound);
  }
}
