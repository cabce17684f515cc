package dev.stillmark.detection.probe;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graded answers of many models to one probe set: a set of (model, question), whatever the
 * order and however often an answer comes. An answer that contradicts another of the same model to
 * the same question takes both away. Not safe for use by several threads.
 */
public final class AnswerBook {

  /** What is known of one model. */
  private record Page(Grade[] grades, BitSet conflicts) {}

  private final ProbeSet probes;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Page> pages = new LinkedHashMap<>();

  public AnswerBook(ProbeSet probes) {
    this.probes = probes;
    for (Probe probe : probes.probes()) {
      places.put(probe.id(), places.size());
    }
  }

  /** Grades an answer; false, and nothing changes, if the set has no such question. */
  public boolean add(String model, String probeId, String answer) {
    Integer place = places.get(probeId);
    if (place == null) {
      return false;
    }
    Page page = pages.computeIfAbsent(model, _ -> emptyPage());
    Grade grade = probes.probes().get(place).grade(answer);
    Grade before = page.grades[place];
    if (page.conflicts.get(place) || grade.equals(before)) {
      return true;
    }
    boolean isFirst = before.equals(Grade.MISSING);
    page.grades[place] = isFirst ? grade : Grade.MISSING;
    page.conflicts.set(place, !isFirst);
    return true;
  }

  private Page emptyPage() {
    Grade[] grades = new Grade[probes.size()];
    Arrays.fill(grades, Grade.MISSING);
    return new Page(grades, new BitSet());
  }

  /** In the order in which they came. */
  public Set<String> models() {
    return pages.keySet();
  }

  /** The model's grades so far; all of them missing if it gave no answer. */
  public Respondent respondent(String model, String family) {
    return new Respondent(model, family, List.of(pageOf(model).grades));
  }

  /** Questions that the model answered in two ways. */
  public int conflicts(String model) {
    return pageOf(model).conflicts.cardinality();
  }

  private Page pageOf(String model) {
    Page page = pages.get(model);
    return page == null ? emptyPage() : page;
  }
}
