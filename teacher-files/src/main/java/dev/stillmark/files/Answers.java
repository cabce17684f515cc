package dev.stillmark.files;

import dev.stillmark.detection.attribution.ModelAnswer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What models answered, prompt by prompt: to each prompt one answer of each model.
 *
 * <p>The same answer again changes nothing. Another answer of the same model is refused, and so is
 * an answer to another prompt of the same id: similarity is only ever read between answers to one
 * prompt.
 */
public final class Answers {

  private static final class Asked {
    private @Nullable String prompt;
    private final Map<String, ModelAnswer> byModel = new TreeMap<>();
  }

  private final NavigableMap<Long, Asked> prompts = new TreeMap<>();
  private final Map<String, String> models = new LinkedHashMap<>();
  private int answers;
  private int repeats;

  Answers() {}

  void add(AnswerLine line) throws BrokenField {
    Asked asked = prompts.computeIfAbsent(line.promptId(), _ -> new Asked());
    requireSamePrompt(asked, line.prompt());
    String model = models.computeIfAbsent(line.model(), name -> name);
    ModelAnswer earlier =
        asked.byModel.putIfAbsent(model, new ModelAnswer(model, line.promptId(), line.output()));
    if (earlier == null) {
      answers++;
    } else if (earlier.output().equals(line.output())) {
      repeats++;
    } else {
      throw new BrokenField(
          "output", "must be the model's first answer to this prompt, which is kept, or absent");
    }
  }

  private static void requireSamePrompt(Asked asked, @Nullable String prompt) throws BrokenField {
    if (prompt == null) {
      return;
    }
    if (asked.prompt == null) {
      asked.prompt = prompt;
    } else if (!asked.prompt.strip().equals(prompt.strip())) {
      throw new BrokenField("prompt", "must be that of the lines before with the same prompt_id");
    }
  }

  /** Ascending. */
  public Set<Long> promptIds() {
    return prompts.navigableKeySet();
  }

  /** In the order of the models' names. */
  public Collection<ModelAnswer> to(long promptId) {
    Asked asked = prompts.get(promptId);
    if (asked == null) {
      throw new IllegalArgumentException("promptId must be one that was asked but is " + promptId);
    }
    return asked.byModel.values();
  }

  /** The prompts that {@code model} answered, ascending. */
  public Set<Long> promptsOf(String model) {
    Set<Long> answered = new TreeSet<>();
    prompts.forEach((id, asked) -> {
      if (asked.byModel.containsKey(model)) {
        answered.add(id);
      }
    });
    return answered;
  }

  public int size() {
    return answers;
  }

  /** How many lines said again what an earlier one had said. */
  public int repeats() {
    return repeats;
  }
}
