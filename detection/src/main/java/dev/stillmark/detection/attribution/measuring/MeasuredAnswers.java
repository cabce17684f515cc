package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Measurements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of every prompt, from which measurements on any set of prompts are summed.
 *
 * <p>Whatever is a property of the panel (how rare a gram is, what length explains, centres and
 * scales of style, classifiers, phrases) comes from the panel's answers alone, so that a suspect
 * measures the same whoever else is in the run.
 */
public final class MeasuredAnswers {

  private static final double WHOLE = 0.9;

  private static final List<BehaviourSignal> OF_SHARED_GRAMS =
      List.of(
          BehaviourSignal.RARE_GRAMS,
          BehaviourSignal.FIVE_GRAMS,
          BehaviourSignal.RARE_FIVE_GRAMS,
          BehaviourSignal.CHARACTER_GRAMS,
          BehaviourSignal.OPENINGS);

  private static final List<BehaviourSignal> OF_OTHER_PROMPTS =
      List.of(
          BehaviourSignal.WORD_CLASSIFIER,
          BehaviourSignal.CHARACTER_CLASSIFIER,
          BehaviourSignal.SIGNATURE_PHRASES);

  private final PanelRows rows;
  private final List<TaughtFold> folds;
  private final List<PromptFigures> figures;

  MeasuredAnswers(PanelRows rows, List<TaughtFold> folds, List<PromptFigures> figures) {
    this.rows = rows;
    this.folds = folds;
    this.figures = figures;
  }

  /** All prompts that some model answered, ascending. */
  public Set<Long> prompts() {
    Set<Long> prompts = new TreeSet<>();
    figures.forEach(prompt -> prompts.add(prompt.promptId()));
    return prompts;
  }

  /** The prompts that this model answered, ascending. */
  public Set<Long> promptsOf(String model) {
    int row = rows.row(model);
    Set<Long> prompts = new TreeSet<>();
    for (PromptFigures prompt : figures) {
      if (Arrays.stream(prompt.row()).anyMatch(r -> r == row)) {
        prompts.add(prompt.promptId());
      }
    }
    return prompts;
  }

  /**
   * The measurements on a set of prompts.
   *
   * <p>{@link Measurements#prompts} counts those that a reference answered. Answers to the others
   * count for the signals that need no prompt in common, and for nothing else.
   */
  public Measurements on(Set<Long> prompts) {
    List<PromptFigures> chosen = chosen(prompts);
    List<PromptFigures> shared = chosen.stream().filter(PromptFigures::isShared).toList();
    int[] answered = answered(shared);
    boolean[] whole = whole(answered, shared.size());
    return new Measurements(
        rows.names(),
        shared.size(),
        answered,
        scores(chosen, shared, whole),
        RelativeLength.of(rows, shared),
        Likeness.of(rows, shared));
  }

  private List<PromptFigures> chosen(Set<Long> prompts) {
    return figures.stream().filter(prompt -> prompts.contains(prompt.promptId())).toList();
  }

  private int[] answered(List<PromptFigures> shared) {
    int[] answered = new int[rows.count()];
    for (PromptFigures prompt : shared) {
      for (int row : prompt.row()) {
        answered[row]++;
      }
    }
    return answered;
  }

  private boolean[] whole(int[] answered, int prompts) {
    boolean[] whole = new boolean[rows.count()];
    for (int row = 0; row < rows.panel(); row++) {
      whole[row] = answered[row] >= WHOLE * prompts;
    }
    return whole;
  }

  private Map<BehaviourSignal, double[][]> scores(
      List<PromptFigures> chosen, List<PromptFigures> shared, boolean[] whole) {
    Map<BehaviourSignal, double[][]> scores = new EnumMap<>(BehaviourSignal.class);
    List<double[][]> grams = LengthAdjustedMeans.of(rows, shared, whole, OF_SHARED_GRAMS.size());
    for (int i = 0; i < OF_SHARED_GRAMS.size(); i++) {
      scores.put(OF_SHARED_GRAMS.get(i), grams.get(i));
    }
    FamilyWeighting weighting = FamilyWeighting.of(rows, whole);
    CentredStyle style = new CentredStyle(rows, shared, weighting);
    double[][] styles = style.means();
    scores.put(BehaviourSignal.STYLE_MOVES, style.movesAlike());
    scores.put(BehaviourSignal.STYLE, new StyleDistance(rows, weighting).likeness(styles, styles));
    scores.put(BehaviourSignal.FREE_STYLE, FreeStyle.of(rows, chosen, weighting));
    for (int i = 0; i < OF_OTHER_PROMPTS.size(); i++) {
      scores.put(OF_OTHER_PROMPTS.get(i), means(chosen, i));
    }
    scores.put(BehaviourSignal.REFUSALS, RefusalLikeness.of(rows, chosen));
    return scores;
  }

  private double[][] means(List<PromptFigures> prompts, int signal) {
    TeacherMeans means = new TeacherMeans(rows);
    prompts.forEach(prompt -> means.add(prompt.row(), prompt.free()[signal]));
    return means.means();
  }

  /** Who uses which signature phrases in the answers to these prompts. */
  public PhraseUses phraseUses(Set<Long> prompts) {
    List<FoldPhraseUses> uses = new ArrayList<>();
    for (int fold = 0; fold < folds.size(); fold++) {
      int measured = fold;
      List<PromptFigures> ofFold =
          chosen(prompts).stream().filter(prompt -> prompt.fold() == measured).toList();
      uses.add(new FoldPhraseUses(rows, folds.get(fold).phrases(), ofFold));
    }
    return new PhraseUses(rows, uses);
  }

  /** The vendors that a model names as its own in its answers, if any. */
  public List<VendorMention> vendorsNamedBy(String model, Set<Long> prompts) {
    int row = rows.row(model);
    int[] answers = new int[IdentityMarkers.vendors()];
    for (PromptFigures prompt : chosen(prompts)) {
      for (int answer = 0; answer < prompt.count(); answer++) {
        for (int mark = 0; prompt.row()[answer] == row && mark < answers.length; mark++) {
          answers[mark] += (prompt.vendors()[answer] >>> mark) & 1;
        }
      }
    }
    List<VendorMention> mentions = new ArrayList<>();
    for (int mark = 0; mark < answers.length; mark++) {
      if (answers[mark] > 0) {
        mentions.add(new VendorMention(IdentityMarkers.vendor(mark), answers[mark]));
      }
    }
    return mentions;
  }
}
