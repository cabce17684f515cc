package dev.stillmark.edge;

import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.ranking.PromptOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The prompts on which suspects are measured: those that at least half of the panel's models
 * answered, and for a suspect that answered only a part of these, exactly that part. One that
 * answered hardly any stays with the common ones, on which too little is known of it.
 *
 * @param common answered by at least half of the panel
 * @param suspects by the prompts that they are measured on; the common ones come first
 */
record PromptSets(SortedSet<Long> common, Map<SortedSet<Long>, List<Suspect>> suspects) {

  private static final double COMPLETE = 0.9;

  /** The least that error rates were measured with. */
  private static final int LEAST_PROMPTS = 25;

  static PromptSets of(AttributionInput input) {
    SortedSet<Long> common = common(input);
    Map<SortedSet<Long>, List<Suspect>> suspects = new LinkedHashMap<>();
    suspects.put(common, new ArrayList<>());
    for (Suspect suspect : input.suspects()) {
      SortedSet<Long> own = new TreeSet<>(input.answers().promptsOf(suspect.name()));
      own.retainAll(common);
      boolean isPart = own.size() >= LEAST_PROMPTS && own.size() < COMPLETE * common.size();
      suspects.computeIfAbsent(isPart ? own : common, _ -> new ArrayList<>()).add(suspect);
    }
    return new PromptSets(common, suspects);
  }

  private static SortedSet<Long> common(AttributionInput input) {
    Set<String> panel = input.panelNames();
    SortedSet<Long> common = new TreeSet<>();
    for (long prompt : input.answers().promptIds()) {
      long answered =
          input.answers().to(prompt).stream()
              .map(ModelAnswer::model)
              .filter(panel::contains)
              .count();
      if (2 * answered >= panel.size()) {
        common.add(prompt);
      }
    }
    return common;
  }

  /** Ever more of these prompts, twice as many each time, short of all of them. */
  static List<SortedSet<Long>> growth(SortedSet<Long> prompts) {
    List<SortedSet<Long>> growth = new ArrayList<>();
    for (int size = LEAST_PROMPTS; size < prompts.size(); size *= 2) {
      growth.add(new TreeSet<>(PromptOrder.first(prompts, size)));
    }
    return growth;
  }
}
