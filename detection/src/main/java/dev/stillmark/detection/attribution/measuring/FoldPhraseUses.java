package dev.stillmark.detection.attribution.measuring;

import java.util.ArrayList;
import java.util.List;

/** Counts of the signature phrases that were mined from one fold, in answers to the other. */
final class FoldPhraseUses {

  private final PanelRows rows;
  private final SignaturePhrases phrases;
  private final int[][] answersWith;
  private final int[] answers;

  FoldPhraseUses(PanelRows rows, SignaturePhrases phrases, List<PromptFigures> prompts) {
    this.rows = rows;
    this.phrases = phrases;
    answersWith = new int[rows.count()][phrases.size()];
    answers = new int[rows.count()];
    prompts.forEach(this::add);
  }

  private void add(PromptFigures prompt) {
    for (int answer = 0; answer < prompt.count(); answer++) {
      int row = prompt.row()[answer];
      answers[row]++;
      for (int phrase : prompt.phrases()[answer]) {
        answersWith[row][phrase]++;
      }
    }
  }

  /** Those of the teacher's phrases that the suspect uses. */
  List<PhraseUse> of(int suspect, int teacher) {
    List<PhraseUse> uses = new ArrayList<>();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      if (answersWith[suspect][phrase] > 0 && phrases.weight(phrase, teacher) > 0) {
        uses.add(use(phrase, suspect, teacher));
      }
    }
    return uses;
  }

  private PhraseUse use(int phrase, int suspect, int teacher) {
    int withOfTeacher = 0;
    int ofTeacher = 0;
    int withOfPanel = 0;
    int ofPanel = 0;
    for (int row = 0; row < rows.panel(); row++) {
      withOfPanel += answersWith[row][phrase];
      ofPanel += answers[row];
      if (rows.teacher(row) == teacher) {
        withOfTeacher += answersWith[row][phrase];
        ofTeacher += answers[row];
      }
    }
    return new PhraseUse(
        phrases.text(phrase),
        phrases.weight(phrase, teacher),
        answersWith[suspect][phrase],
        answers[suspect],
        withOfTeacher,
        ofTeacher,
        withOfPanel,
        ofPanel);
  }
}
