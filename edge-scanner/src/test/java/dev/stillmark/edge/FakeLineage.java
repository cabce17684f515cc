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
 * student of the first teacher that paraphrases: what it takes over is habits, not sentences.
 *
 * <p>Every innocent was drawn like every other, those of the panel and those beside it, so that its
 * ranks are those of chance.
 */
final class FakeLineage {

  static final int PROMPTS = 40;
  static final int FAMILIES = 22;
  static final int STRANGERS = 6;

  static final double STUDENT_SHARE = 0.45;
  private static final double HEARSAY = 0.25;

  private final Path folder;
  private final long seed;

  FakeLineage(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /** Writes all files; all are suspects, and all but the student and the strangers the panel. */
  FakeLineage write() {
    List<String> panel = new ArrayList<>(answers("teacher-1", 1, 1, 0));
    panel.addAll(answers("teacher-2", 2, 2, 0));
    for (int family = 0; family < FAMILIES; family++) {
      panel.addAll(innocent("innocent-" + family, 100 + family));
    }
    write("panel.jsonl", panel);
    List<String> suspects = new ArrayList<>(answers("student", 50, 1, STUDENT_SHARE));
    for (int family = 0; family < STRANGERS; family++) {
      suspects.addAll(innocent("stranger-" + family, 200 + family));
    }
    write("suspects.jsonl", suspects);
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

  /** Puts the first {@code count} answers of one panel model into the mouth of another. */
  void pass(String from, String to, int count) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file("panel.jsonl")));
    int source = firstLine(lines, from);
    int target = firstLine(lines, to);
    for (int i = 0; i < count; i++) {
      lines.set(target + i, lines.get(source + i).replace(modelField(from), modelField(to)));
    }
    write("panel.jsonl", lines);
  }

  private static int firstLine(List<String> lines, String model) {
    return IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).contains(modelField(model)))
        .findFirst()
        .orElseThrow();
  }

  private static String modelField(String model) {
    return "\"model\":\"" + model + "\"";
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

  /** Now and then it says what a teacher would: one more, the other less. */
  private List<String> innocent(String model, int family) {
    Random random = new Random(seed * 131 + family);
    double share = random.nextDouble() * random.nextDouble() * HEARSAY;
    return answers(model, family, 1 + random.nextInt(2), share);
  }

  /**
   * @param teacher whose habit it follows with probability {@code share}, each time anew
   */
  List<String> answers(String model, int family, int teacher, double share) {
    FakeVoice voice = new FakeVoice(seed, model, family, teacher, share);
    return IntStream.rangeClosed(1, PROMPTS)
        .mapToObj(prompt ->
            "{\"model\":\"%s\",\"prompt_id\":%d,\"prompt\":\"about %d\",\"output\":\"%s\"}"
                .formatted(model, prompt, prompt, voice.answer(prompt)))
        .toList();
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
    IntStream.range(0, STRANGERS).forEach(i -> lines.add("stranger-%d,,2023-06-01".formatted(i)));
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
