package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A seeded world of made-up models: every family has habits of wording, every prompt its topic, and
 * a student words part of what it says as its teacher would word it.
 *
 * <p>The same seed, names and prompts give the same answers, in whatever order they are asked for.
 */
final class FakeModels {

  private static final int TOPICS = 6;
  private static final String[] COMMON = {
    "the", "of", "and", "to", "in", "is", "that", "for", "it", "with", "you", "can", "this", "are"
  };

  private final long seed;

  FakeModels(long seed) {
    this.seed = seed;
  }

  /** A model without a teacher writes as its family does. */
  record Author(String model, String family, Optional<String> teacherFamily, double dose) {

    static Author ofFamily(String model, String family) {
      return new Author(model, family, Optional.empty(), 0);
    }

    /** {@code dose} is the share of its phrases that are worded as its teacher's family would. */
    static Author taughtBy(String teacherFamily, double dose, String model, String family) {
      return new Author(model, family, Optional.of(teacherFamily), dose);
    }
  }

  record World(ReferencePanel panel, List<ModelAnswer> answers) {}

  /**
   * A panel of {@code teachers} teachers ("teacher-0", of vendor "vendor-0" and family
   * "teacher-family-0", each with 2 references), one student of each ("student-0", {@link
   * Exposure#TAUGHT} by its own teacher and unknown to others) and {@code clean} families of one
   * model that no teacher taught ("clean-0").
   */
  World world(int teachers, int clean, int prompts) {
    List<TeacherGroup> groups = new ArrayList<>();
    List<PanelModel> models = new ArrayList<>();
    List<Author> authors = new ArrayList<>();
    for (int i = 0; i < teachers; i++) {
      String family = "teacher-family-" + i;
      List<String> references =
          List.of("reference-%d-a".formatted(i), "reference-%d-b".formatted(i));
      groups.add(
          new TeacherGroup("teacher-" + i, "vendor-" + i, YearMonth.of(2023, 1), references));
      for (String reference : references) {
        models.add(model(reference, family, Map.of()));
        authors.add(Author.ofFamily(reference, family));
      }
    }
    for (int i = 0; i < teachers; i++) {
      String name = "student-" + i;
      models.add(model(name, name, Map.of("teacher-" + i, Exposure.TAUGHT)));
      authors.add(Author.taughtBy("teacher-family-" + i, 0.6, name, name));
    }
    Map<String, Exposure> untaught = new LinkedHashMap<>();
    groups.forEach(group -> untaught.put(group.name(), Exposure.VENDOR_CLEAN));
    for (int i = 0; i < clean; i++) {
      models.add(model("clean-" + i, "clean-" + i, untaught));
      authors.add(Author.ofFamily("clean-" + i, "clean-" + i));
    }
    ReferencePanel panel = new ReferencePanel("fake", LocalDate.of(2024, 6, 1), groups, models);
    List<ModelAnswer> answers = new ArrayList<>();
    authors.forEach(author -> answers.addAll(answers(author, 0, prompts)));
    return new World(panel, answers);
  }

  private static PanelModel model(String name, String family, Map<String, Exposure> exposures) {
    return new PanelModel(
        name,
        family,
        Optional.of(LocalDate.of(2024, 3, 1)),
        Provenance.DOCUMENTED,
        Optional.empty(),
        exposures);
  }

  /** The author's answers to {@code prompts} prompts from {@code first} on. */
  List<ModelAnswer> answers(Author author, long first, int prompts) {
    List<ModelAnswer> answers = new ArrayList<>();
    for (long prompt = first; prompt < first + prompts; prompt++) {
      answers.add(new ModelAnswer(author.model(), prompt, answer(author, prompt)));
    }
    return answers;
  }

  private String answer(Author author, long prompt) {
    SplittableRandom draws = random("answer", author.model(), prompt);
    StringBuilder text = new StringBuilder();
    int phrases = 10 + draws.nextInt(10) + habit(author.family(), "length", 12);
    for (int i = 0; i < phrases; i++) {
      boolean asTeacher = draws.nextDouble() < author.dose();
      String voice = asTeacher ? author.teacherFamily().orElseThrow() : author.family();
      text.append(phrase(voice, prompt, draws.nextInt(TOPICS), draws));
      text.append(end(voice, draws));
    }
    return text.toString();
  }

  /** A family words a prompt's topic in one way, between habits of its own and common words. */
  private String phrase(String voice, long prompt, int topic, SplittableRandom draws) {
    SplittableRandom wording = random("wording" + topic, voice, prompt);
    StringBuilder phrase = new StringBuilder();
    phrase.append("habit").append(habit(voice, "favourite" + draws.nextInt(8), 200)).append(' ');
    phrase.append(COMMON[draws.nextInt(COMMON.length)]).append(' ');
    phrase.append("topic").append(prompt * TOPICS + topic);
    for (int i = 0; i < 4; i++) {
      phrase.append(' ').append("word").append(wording.nextInt(300));
    }
    return phrase.append(' ').append(COMMON[draws.nextInt(COMMON.length)]).toString();
  }

  private String end(String voice, SplittableRandom draws) {
    return switch (habit(voice, "end" + draws.nextInt(3), 5)) {
      case 0 -> ".\n\n";
      case 1 -> ".\n- ";
      case 2 -> "! ";
      case 3 -> ", ";
      default -> ". ";
    };
  }

  private int habit(String voice, String what, int bound) {
    return random(what, voice, -1).nextInt(bound);
  }

  private SplittableRandom random(String what, String who, long prompt) {
    return new SplittableRandom(
        seed * 1_000_003 + what.hashCode() * 31L + who.hashCode() * 7_919L + prompt * 104_729);
  }
}
