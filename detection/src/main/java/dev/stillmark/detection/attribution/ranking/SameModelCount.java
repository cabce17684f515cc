package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.SameModel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts derived models that likeness finds, and unrelated pairs that it calls. */
final class SameModelCount {

  private final Panelists panelists;
  private final List<String> names;
  private int derivatives;
  private int found;
  private int clean;
  private int called;

  private SameModelCount(ReferencePanel panel, Panelists panelists) {
    this.panelists = panelists;
    names = panel.models().stream().map(PanelModel::name).toList();
  }

  /**
   * @param withoutFamily by number of the family
   */
  static SameModelRates of(
      ReferencePanel panel, Panelists panelists, List<LeftOutPanel> withoutFamily) {
    SameModelCount count = new SameModelCount(panel, panelists);
    for (int model = 0; model < panelists.count(); model++) {
      SameModelRule rule = withoutFamily.get(panelists.family(model)).sameModel();
      String name = panelists.model(model).name();
      Set<String> same =
          rule.find(panelists.rowNumber(model), name).stream()
              .map(SameModel::model)
              .collect(Collectors.toSet());
      count.countParent(panelists.model(model), same);
      count.countClean(model, same);
    }
    return new SameModelRates(
        PairTable.rate(count.found, count.derivatives), PairTable.rate(count.called, count.clean));
  }

  private void countParent(PanelModel model, Set<String> same) {
    List<String> parents = model.derivedFrom().stream().flatMap(this::named).toList();
    if (!parents.isEmpty()) {
      derivatives++;
      found += parents.stream().anyMatch(same::contains) ? 1 : 0;
    }
  }

  /** The panel's models of a name in which {@code *} stands for anything. */
  private Stream<String> named(String source) {
    String anything = Pattern.quote(source).replace("*", "\\E.*\\Q");
    return names.stream().filter(Pattern.compile(anything).asMatchPredicate());
  }

  private void countClean(int model, Set<String> same) {
    for (int teacher = 0; teacher < panelists.teachers().count(); teacher++) {
      if (panelists.isClean(model, teacher)) {
        List<String> references = panelists.teachers().teacher(teacher).references();
        clean += references.size();
        called += (int) references.stream().filter(same::contains).count();
      }
    }
  }
}
