package dev.stillmark.edge;

import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import java.util.List;
import java.util.stream.Stream;

/** What a person must know of answers that models of a panel share word for word. */
final class CopyWarnings {

  private CopyWarnings() {}

  /** One for each model that leaves the panel, then one for each two teachers' references. */
  static List<String> of(PanelCopies copies) {
    return Stream.concat(
            copies.leaving().stream().map(model -> leaving(model, copies.pairs())),
            copies.betweenTeachers().stream().map(CopyWarnings::betweenTeachers))
        .toList();
  }

  private static String leaving(String model, List<Pair> pairs) {
    List<Pair> own =
        pairs.stream()
            .filter(pair -> pair.model().equals(model) || pair.other().equals(model))
            .toList();
    Pair most = own.getFirst();
    String more = own.size() == 1 ? "" : ", the most of %d models".formatted(own.size());
    return "%s leaves the panel: %d of %d answers are word for word those of %s%s"
        .formatted(
            Shown.word(model),
            most.copies(),
            most.answeredByBoth(),
            Shown.word(most.partnerOf(model)),
            more);
  }

  private static String betweenTeachers(Pair pair) {
    return "%s and %s stand for two teachers and stay, yet %d of %d answers are the same word for word"
        .formatted(
            Shown.word(pair.model()),
            Shown.word(pair.other()),
            pair.copies(),
            pair.answeredByBoth());
  }
}
