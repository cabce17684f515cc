package dev.stillmark.detection.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of one teacher's signature phrases in one fold's prompts. */
final class PhraseUses {

  private final PanelRows rows;
  private final int suspect;
  private final int teacher;
  private final SignaturePhrases phrases;
  private final int[] inSuspect;
  private final int[] inTeacher;
  private final int[] inPanel;
  private int ofSuspect;
  private int ofTeacher;
  private int ofPanel;

  PhraseUses(PanelRows rows, int suspect, int teacher, SignaturePhrases phrases) {
    this.rows = rows;
    this.suspect = suspect;
    this.teacher = teacher;
    this.phrases = phrases;
    inSuspect = new int[phrases.size()];
    inTeacher = new int[phrases.size()];
    inPanel = new int[phrases.size()];
  }

  void add(PromptFigures prompt) {
    for (int answer = 0; answer < prompt.count(); answer++) {
      int row = prompt.row()[answer];
      int[] found = prompt.phrases()[answer];
      if (row == suspect) {
        ofSuspect++;
        count(found, inSuspect);
      }
      if (rows.teacher(row) == teacher) {
        ofTeacher++;
        count(found, inTeacher);
      }
      if (row < rows.panel()) {
        ofPanel++;
        count(found, inPanel);
      }
    }
  }

  private static void count(int[] found, int[] counts) {
    for (int phrase : found) {
      counts[phrase]++;
    }
  }

  List<PhraseUse> uses() {
    List<PhraseUse> uses = new ArrayList<>();
    for (int phrase = 0; phrase < inSuspect.length; phrase++) {
      double weight = phrases.weight(phrase, teacher);
      if (weight > 0 && inSuspect[phrase] > 0) {
        uses.add(
            new PhraseUse(
                phrases.text(phrase),
                weight,
                inSuspect[phrase],
                ofSuspect,
                inTeacher[phrase],
                ofTeacher,
                inPanel[phrase],
                ofPanel));
      }
    }
    return uses;
  }

  static final Comparator<PhraseUse> STRONGEST_FIRST =
      Comparator.comparingDouble(PhraseUse::excess).reversed().thenComparing(PhraseUse::phrase);
}
