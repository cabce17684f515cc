package dev.stillmark.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up models in files: two teachers of two vendors, families that learned from neither, and a
 * student that says a quarter of what it says as the first teacher would.
 *
 * <p>Everyone answers a prompt in the words of its subject, each family in turns of its own; now
 * and then the innocent say what a teacher would, too.
 */
final class FakeLineage {

  static final int PROMPTS = 40;
  static final int FAMILIES = 22;

  static final double STUDENT_SHARE = 0.25;

  private static final int SENTENCES = 8;
  private static final int WORDS = 9;

  private final Path folder;
  private final long seed;

  FakeLineage(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * Writes all files; the student and the innocents are suspects, all but the student the panel.
   */
  FakeLineage write() {
    List<String> panel = new ArrayList<>(answers("teacher-1", 1, 1, 0));
    panel.addAll(answers("teacher-2", 2, 2, 0));
    Random hearsay = new Random(seed);
    for (int family = 0; family < FAMILIES; family++) {
      panel.addAll(
          answers("innocent-" + family, 100 + family, 1 + family % 2, hearsay.nextDouble() * 0.1));
    }
    write("panel.jsonl", panel);
    write("suspects.jsonl", answers("student", 50, 1, STUDENT_SHARE));
    write(
        "teachers.csv",
        List.of(
            "teacher_group,vendor,first_available,reference_models",
            "first,maker,2023-01,teacher-1",
            "second,other,2023-01,teacher-2"));
    write("lineage.csv", lineage());
    write("labels.csv", labels());
    return this;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The arguments of a run over all of it, with more suspects where they are asked for. */
  String[] arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "attribute",
                "--suspects",
                file("suspects.jsonl").toString(),
                file("panel.jsonl").toString()));
    arguments.addAll(List.of("--references", file("panel.jsonl").toString()));
    arguments.addAll(List.of("--labels", file("labels.csv").toString()));
    arguments.addAll(List.of("--teachers", file("teachers.csv").toString()));
    arguments.addAll(List.of("--lineage", file("lineage.csv").toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  void write(String name, List<String> lines) {
    try {
      Files.write(file(name), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param teacher whose words a sentence is in with this probability
   */
  List<String> answers(String model, int family, int teacher, double share) {
    Random random = new Random(seed + model.hashCode());
    List<String> lines = new ArrayList<>();
    for (int prompt = 1; prompt <= PROMPTS; prompt++) {
      StringBuilder answer = new StringBuilder();
      for (int sentence = 0; sentence < SENTENCES; sentence++) {
        int speaker = random.nextDouble() < share ? teacher : family;
        answer.append(sentence(speaker, prompt, sentence, random)).append(". ");
      }
      lines.add(
          "{\"model\":\"%s\",\"prompt_id\":%d,\"prompt\":\"about %d\",\"output\":\"%s\"}"
              .formatted(model, prompt, prompt, answer.toString().strip()));
    }
    return lines;
  }

  /** Mostly what this speaker always says there; no two answers of it are quite the same. */
  private String sentence(int speaker, int prompt, int number, Random random) {
    Random habit = new Random(seed * 31 + speaker * 1_000_003L + prompt * 1_009L + number);
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < WORDS; word++) {
      int chosen = habit.nextInt(40);
      int subject = random.nextDouble() < 0.2 ? random.nextInt(40) : chosen;
      words
          .append(words.isEmpty() ? "" : " ")
          .append("w")
          .append(prompt % 7)
          .append('x')
          .append(subject);
    }
    return words.toString();
  }

  private static List<String> lineage() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "model,family,first_seen",
                "teacher-1,t1,2023-01-05",
                "teacher-2,t2,2023-01-05",
                "student,,2024-01-01"));
    IntStream.range(0, FAMILIES)
        .forEach(i -> lines.add("innocent-%d,f%d,2023-06-01".formatted(i, i)));
    return lines;
  }

  private static List<String> labels() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "model,teacher_group,label,dose,basis,clean_negative",
                "teacher-1,first,,,self,0",
                "teacher-1,second,0,,vendor,1",
                "teacher-2,first,0,,vendor,1",
                "teacher-2,second,,,self,0"));
    for (String teacher : List.of("first", "second")) {
      IntStream.range(0, FAMILIES)
          .forEach(i -> lines.add("innocent-%d,%s,0,,docs,1".formatted(i, teacher)));
    }
    return lines;
  }
}
