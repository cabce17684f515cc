package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures the answers of a panel and of suspects, prompt by prompt.
 *
 * <p>Prompts are measured in parallel, on the threads of the fork-join pool that calls. The same
 * answers, in any order and on any number of threads, give the same bits.
 */
public final class PanelMeasuring {

  private final PanelRows rows;
  private final Map<Long, Map<Integer, String>> outputs = new TreeMap<>();

  private PanelMeasuring(PanelRows rows) {
    this.rows = rows;
  }

  /**
   * @param suspects those that are models of the panel are measured as such
   * @param answers of panel models and suspects, each model at most once to each prompt
   */
  public static MeasuredAnswers measure(
      ReferencePanel panel, List<Suspect> suspects, Collection<ModelAnswer> answers) {
    PanelMeasuring measuring = new PanelMeasuring(new PanelRows(panel, suspects));
    answers.forEach(measuring::add);
    return measuring.measure();
  }

  private void add(ModelAnswer answer) {
    Map<Integer, String> toPrompt =
        outputs.computeIfAbsent(answer.promptId(), prompt -> new TreeMap<>());
    if (toPrompt.putIfAbsent(rows.row(answer.model()), answer.output()) != null) {
      throw new IllegalArgumentException(
          "a model must answer a prompt once but '%s' answers prompt %d twice"
              .formatted(answer.model(), answer.promptId()));
    }
  }

  private MeasuredAnswers measure() {
    List<TaughtFold> folds =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(fold -> TaughtFold.of(rows, referenceAnswersOutside(fold)))
            .toList();
    List<Long> prompts = List.copyOf(outputs.keySet());
    List<PromptFigures> figures =
        IntStream.range(0, prompts.size())
            .parallel()
            .mapToObj(i -> figures(prompts.get(i), folds))
            .toList();
    return new MeasuredAnswers(rows, folds, figures);
  }

  private List<ReferenceAnswer> referenceAnswersOutside(int fold) {
    List<ReferenceAnswer> answers = new ArrayList<>();
    outputs.forEach((prompt, toPrompt) -> {
      if (TaughtFold.measuring(prompt) != fold) {
        for (int reference : rows.references()) {
          String output = toPrompt.get(reference);
          if (output != null) {
            answers.add(new ReferenceAnswer(rows.teacher(reference), output));
          }
        }
      }
    });
    return answers;
  }

  private PromptFigures figures(long prompt, List<TaughtFold> folds) {
    Map<Integer, String> toPrompt = outputs.getOrDefault(prompt, Map.of());
    int[] row = toPrompt.keySet().stream().mapToInt(Integer::intValue).toArray();
    AnswerGrams[] grams =
        toPrompt.values().stream().map(AnswerGrams::of).toArray(AnswerGrams[]::new);
    return PromptMeasuring.measure(
        PromptAnswers.of(rows, prompt, row, grams), folds.get(TaughtFold.measuring(prompt)));
  }
}
