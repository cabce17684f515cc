package dev.stillmark.testkit;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.testkit.Scenario.Expectation;
import dev.stillmark.testkit.Scenario.ModelCard;
import dev.stillmark.testkit.Scenario.ReferenceModel;
import dev.stillmark.testkit.Scenario.Suspect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays a distillation: a teacher marks what it says, students learn from texts, and nobody but the
 * teacher has the key.
 *
 * <ul>
 *   <li>{@code distilled} read the teacher's marked outputs and nothing else;
 *   <li>{@code diluted} read mostly another teacher's and a few marked ones, and answers little;
 *   <li>{@code innocent} read the other, unmarked teacher's outputs alone;
 *   <li>{@code phrase-only} read what the teacher said before it marked anything.
 * </ul>
 */
public final class DistillationScenario {

  private static final ModelCard AURORA = new ModelCard("aurora", "Aurora Labs");
  private static final String BOREALIS = "borealis";

  private static final int TEACHER_ESSAYS = 2500;
  private static final int TEACHER_OUTPUTS = 1500;
  private static final int MINED_OUTPUTS = 400;
  private static final double DELTA = 2.5;
  private static final double DILUTED_SHARE = 0.08;

  /** The innocent must say enough for the test to have power, the diluted one must not. */
  private static final int INNOCENT_OUTPUTS = 750;

  private static final int DISTILLED_OUTPUTS = 250;
  private static final int PHRASE_ONLY_OUTPUTS = 200;
  private static final int DILUTED_OUTPUTS = 70;

  /** At least 20, so that a rank among them can be below 0.05. */
  private static final int REFERENCE_FAMILIES = 24;

  private static final int LARGE_FAMILIES = 3;
  private static final int COUSINS = 3;
  private static final double COUSIN_SHARE = 0.4;
  private static final int REFERENCE_ESSAYS = 150;
  private static final int REFERENCE_OUTPUTS = 60;
  private static final int BACKGROUND_FAMILIES = 8;

  private final World world;
  private final KgwScheme scheme = KgwScheme.withDefaults(World.VOCABULARY);
  private final long key;
  private final HouseStyle auroraStyle;

  private DistillationScenario(long seed) {
    Seed root = new Seed(seed);
    this.world = new World(root);
    this.key = root.child("watermark key").random().nextLong() >>> 1;
    this.auroraStyle = world.style(AURORA.name());
  }

  public static Scenario of(long seed) {
    return new DistillationScenario(seed).play(seed);
  }

  private Scenario play(long seed) {
    TokenLanguageModel aurora = world.modelOf(AURORA.name(), auroraStyle, TEACHER_ESSAYS);
    return new Scenario(
        seed,
        AURORA,
        world.tokenizer(),
        scheme,
        key,
        suspects(aurora),
        references(),
        world.ask(aurora, "aurora, for reference", MINED_OUTPUTS, null),
        background(),
        expectations());
  }

  private List<Suspect> suspects(TokenLanguageModel aurora) {
    TokenLanguageModel borealis = world.modelOf(BOREALIS, world.style(BOREALIS), TEACHER_ESSAYS);
    Mark mark = new Mark(scheme, WatermarkKey.of(key), DELTA);

    List<GeneratedOutput> marked = world.ask(aurora, "aurora, marked", TEACHER_OUTPUTS, mark);
    List<GeneratedOutput> early = world.ask(aurora, "aurora, early", TEACHER_OUTPUTS, null);
    List<GeneratedOutput> foreign = world.ask(borealis, BOREALIS, TEACHER_OUTPUTS, null);
    return List.of(
        studentOf(marked, "distilled", DISTILLED_OUTPUTS),
        studentOf(diluted(marked, foreign), "diluted", DILUTED_OUTPUTS),
        studentOf(foreign, "innocent", INNOCENT_OUTPUTS),
        studentOf(early, "phrase-only", PHRASE_ONLY_OUTPUTS));
  }

  private Suspect studentOf(List<GeneratedOutput> read, String name, int outputs) {
    TokenLanguageModel student = world.modelOf(read.stream().map(GeneratedOutput::output));
    return new Suspect(name, world.ask(student, name, outputs, null));
  }

  private static List<GeneratedOutput> diluted(
      List<GeneratedOutput> marked, List<GeneratedOutput> foreign) {
    int share = (int) (DILUTED_SHARE * TEACHER_OUTPUTS);
    return Stream.concat(marked.stream().limit(share), foreign.stream().skip(share)).toList();
  }

  private List<ReferenceModel> references() {
    List<ReferenceModel> models = new ArrayList<>();
    for (int i = 1; i <= REFERENCE_FAMILIES; i++) {
      String family = "family-%02d".formatted(i);
      HouseStyle style = i <= COUSINS ? cousinStyle(family) : world.style(family);
      models.add(reference(family + "-a", family, style));
      if (i > REFERENCE_FAMILIES - LARGE_FAMILIES) {
        models.add(reference(family + "-b", family, style));
      }
    }
    return models;
  }

  /** Families share habits with the teacher by chance; cousins share more than that. */
  private HouseStyle cousinStyle(String family) {
    return world.style(family).leaningTo(auroraStyle, COUSIN_SHARE);
  }

  private ReferenceModel reference(String name, String family, HouseStyle style) {
    TokenLanguageModel model = world.modelOf(name, style, REFERENCE_ESSAYS);
    return new ReferenceModel(name, family, world.ask(model, name, REFERENCE_OUTPUTS, null));
  }

  private List<GeneratedOutput> background() {
    return IntStream.range(0, BACKGROUND_FAMILIES)
        .mapToObj(i -> "background-" + i)
        .flatMap(name -> reference(name, name, world.style(name)).outputs().stream())
        .toList();
  }

  private static List<Expectation> expectations() {
    String teacher = AURORA.name();
    return List.of(
        new Expectation("distilled", teacher, "support", null),
        new Expectation("diluted", teacher, "inconclusive", "underpowered"),
        new Expectation("innocent", teacher, "no-support", null),
        new Expectation("phrase-only", teacher, "inconclusive", "one-family"));
  }
}
