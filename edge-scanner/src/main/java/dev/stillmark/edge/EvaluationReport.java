package dev.stillmark.edge;

import dev.stillmark.detection.attribution.ranking.EvaluationTable;
import dev.stillmark.detection.attribution.ranking.GrowthPoint;
import java.io.PrintStream;
import java.util.List;

/** Where error rates of attribution go, for a program or for a person. */
sealed interface EvaluationReport permits EvaluationJson, EvaluationTables {

  static EvaluationReport of(Format format, PrintStream out) {
    return switch (format) {
      case JSON -> new EvaluationJson(out);
      case TEXT -> new EvaluationTables(out);
    };
  }

  void print(EvaluationTable table);

  void print(List<GrowthPoint> growth);
}
