package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.signature.LogOdds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phrases of one teacher that may become its signature, by hash. */
final class PhraseCandidates {

  private static final double LEAST_Z = 3;
  private static final int LEAST_ANSWERS_BY_REFERENCE = 5;

  /** A phrase that the teacher prefers, found so often in its answers. */
  record Candidate(long gram, int answers, double z, double logOdds) {}

  private static final Comparator<Candidate> STRONGEST_FIRST =
      Comparator.comparingDouble(Candidate::z).reversed().thenComparingLong(Candidate::gram);

  private final Map<Long, Candidate> byGram = new HashMap<>();
  private final Map<Long, String> texts = new HashMap<>();

  /**
   * The strongest phrases of a teacher against all the others' answers.
   *
   * @param references how many models' answers are counted: five answers of each must hold the
   *     phrase, or a topic that all were asked about would do
   */
  PhraseCandidates(TeacherGramCounts counts, int teacher, int references, int most) {
    List<Candidate> candidates = new ArrayList<>();
    long[] grams = counts.grams();
    for (int number = 0; number < grams.length; number++) {
      int answers = counts.answersWith(number, teacher);
      if (answers >= LEAST_ANSWERS_BY_REFERENCE * references) {
        long others = counts.answersWith(number) - (long) answers;
        candidate(grams[number], answers, others, counts, teacher).ifPresent(candidates::add);
      }
    }
    candidates.stream().sorted(STRONGEST_FIRST).limit(most).forEach(c -> byGram.put(c.gram(), c));
  }

  private static Optional<Candidate> candidate(
      long gram, int answers, long others, TeacherGramCounts counts, int teacher) {
    long total = counts.total(teacher);
    long otherTotal = counts.total() - total;
    double z = LogOdds.z(answers, total, others, otherTotal);
    return z < LEAST_Z
        ? Optional.empty()
        : Optional.of(
            new Candidate(gram, answers, z, LogOdds.ratio(answers, total, others, otherTotal)));
  }

  /** Learns the wording of candidates, and drops those that only stand within longer ones. */
  void readTexts(AnswerTokens tokens) {
    for (int from = 0; from < tokens.count(); from++) {
      int longest = Math.min(AnswerGrams.PHRASES.longest(), tokens.count() - from);
      long rolled = 0;
      for (int length = 1; length <= longest; length++) {
        rolled = GramRange.rollOn(rolled, tokens.hashes()[from + length - 1]);
        long hash = GramRange.mix(rolled);
        Candidate candidate = byGram.get(hash);
        if (candidate != null && !texts.containsKey(hash)) {
          texts.put(hash, tokens.phrase(from, length));
          dropParts(candidate, tokens, from, length);
        }
      }
    }
  }

  private void dropParts(Candidate whole, AnswerTokens tokens, int from, int length) {
    for (int start = from; start < from + length; start++) {
      long rolled = 0;
      for (int end = start; end < from + length; end++) {
        rolled = GramRange.rollOn(rolled, tokens.hashes()[end]);
        long hash = GramRange.mix(rolled);
        Candidate part = byGram.get(hash);
        if (part != null && part.gram() != whole.gram() && part.answers() == whole.answers()) {
          byGram.remove(hash);
        }
      }
    }
  }

  List<Candidate> strongest(int most) {
    return byGram.values().stream().sorted(STRONGEST_FIRST).limit(most).toList();
  }

  String text(Candidate candidate) {
    return texts.getOrDefault(candidate.gram(), "");
  }
}
