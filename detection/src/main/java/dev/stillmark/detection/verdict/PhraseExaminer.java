package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rate of a teacher's phrases, ranked among the families of the reference panel. */
final class PhraseExaminer {

  private PhraseExaminer() {}

  static Finding.Phrases examine(
      Descriptor.Phrases descriptor, Evidence evidence, List<ReferenceEvidence> panel) {
    Rate rate = Rate.of(evidence.items());
    return new Finding.Phrases(
        descriptor,
        evidence.coverage().size(),
        evidence.conflicts(),
        rate.words,
        rate.matches,
        rate.outputsWithMatch,
        rate.perThousandWords(),
        rank(rate.perThousandWords(), panel));
  }

  private static PanelRank rank(double suspect, List<ReferenceEvidence> panel) {
    Map<String, Double> familyMaxima = new HashMap<>();
    int models = 0;
    for (ReferenceEvidence reference : panel) {
      Rate rate = Rate.of(reference.evidence().items());
      if (rate.words > 0) {
        models++;
        familyMaxima.merge(reference.family(), rate.perThousandWords(), Math::max);
      }
    }
    int atLeast = 0;
    for (double maximum : familyMaxima.values()) {
      atLeast += maximum >= suspect ? 1 : 0;
    }
    return new PanelRank(familyMaxima.size(), models, atLeast);
  }

  private record Rate(long words, long matches, int outputsWithMatch) {

    static Rate of(EvidenceSet outputs) {
      long words = 0;
      long matches = 0;
      int withMatch = 0;
      for (int i = 0; i < outputs.size(); i++) {
        long score = outputs.score(i, 0);
        matches += score >>> 32;
        words += score & 0xffffffffL;
        withMatch += score >>> 32 > 0 ? 1 : 0;
      }
      return new Rate(words, matches, withMatch);
    }

    double perThousandWords() {
      return words == 0 ? 0 : 1000.0 * matches / words;
    }
  }
}
