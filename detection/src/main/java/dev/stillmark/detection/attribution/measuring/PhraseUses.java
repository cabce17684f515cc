package dev.stillmark.detection.attribution.measuring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many answers of each model to some prompts have which teacher's signature phrases. */
public final class PhraseUses {

  private static final Comparator<PhraseUse> STRONGEST_FIRST =
      Comparator.comparingDouble(PhraseUse::excess).reversed().thenComparing(PhraseUse::phrase);

  private final PanelRows rows;
  private final List<FoldPhraseUses> folds;

  PhraseUses(PanelRows rows, List<FoldPhraseUses> folds) {
    this.rows = rows;
    this.folds = folds;
  }

  /** The teacher's phrases of words in the suspect's answers, those that tell most first. */
  public List<PhraseUse> strongest(String suspect, String teacher, int most) {
    int row = rows.row(suspect);
    int column = rows.teacherIndex(teacher);
    Map<String, PhraseUse> uses = new LinkedHashMap<>();
    for (FoldPhraseUses fold : folds) {
      fold.of(row, column).forEach(use -> uses.merge(use.phrase(), use, PhraseUse::and));
    }
    return uses.values().stream()
        .filter(PhraseUse::isWorded)
        .sorted(STRONGEST_FIRST)
        .limit(most)
        .toList();
  }
}
