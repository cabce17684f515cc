package dev.stillmark.detection.signature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mines a teacher's signature phrases, of 2 to 4 words, against a background.
 *
 * <p>A phrase counts once per output, so one looping output cannot make a phrase; it must stand in
 * at least 5 and 0.5 % of the teacher's outputs and reach z = {@value #LEAST_Z} by {@link LogOdds}.
 * Shares are taken among all phrases of the same length, so that a teacher who merely writes longer
 * outputs has no signature. Single words mark topics rather than habits and are left to
 * hand-written lists. A phrase that the teacher never uses outside a longer signature phrase is
 * dropped in its favour.
 */
public final class PhraseMiner {

  static final double LEAST_Z = 3;

  private static final int SHORTEST = 2;
  private static final int LEAST_OUTPUTS = 5;
  private static final int OUTPUTS_PER_OCCURRENCE = 200;

  private record Candidate(String text, int words, int outputs, double z) {}

  private PhraseMiner() {}

  /**
   * The same texts in any order give the same list, strongest first.
   *
   * @param most the most phrases to keep
   */
  public static PhraseList mine(
      Iterable<String> teacherOutputs, Iterable<String> backgroundOutputs, int most) {
    if (most < 1 || most > PhraseList.MOST) {
      throw new IllegalArgumentException(
          "most must be within 1..%d but is %d".formatted(PhraseList.MOST, most));
    }
    List<Words> teacher = new ArrayList<>();
    teacherOutputs.forEach(output -> teacher.add(Words.of(output)));
    List<String> frequent = frequentPhrases(teacher);
    PhraseIndex index = new PhraseIndex(frequent);
    OutputCounts inTeacher = new OutputCounts(index, frequent.size());
    teacher.forEach(inTeacher::add);
    OutputCounts inBackground = new OutputCounts(index, frequent.size());
    backgroundOutputs.forEach(output -> inBackground.add(Words.of(output)));
    return strongest(distinctive(frequent, inTeacher, inBackground), most);
  }

  private static List<String> frequentPhrases(List<Words> teacher) {
    LongCounts counts = new LongCounts();
    for (Words words : teacher) {
      for (int length = SHORTEST; length <= Words.LONGEST_PHRASE; length++) {
        for (long hash : words.distinctPhraseHashes(length)) {
          counts.increment(hash);
        }
      }
    }
    int least = Math.max(LEAST_OUTPUTS, Math.ceilDiv(teacher.size(), OUTPUTS_PER_OCCURRENCE));
    Set<String> frequent = new TreeSet<>();
    for (Words words : teacher) {
      collect(words, counts, least, frequent);
    }
    return List.copyOf(frequent);
  }

  private static void collect(Words words, LongCounts counts, int least, Set<String> frequent) {
    for (int from = 0; from < words.size(); from++) {
      int longest = Math.min(Words.LONGEST_PHRASE, words.size() - from);
      long hash = 0;
      for (int length = 1; length <= longest; length++) {
        hash = words.rollOn(hash, from + length - 1);
        if (length >= SHORTEST && counts.count(hash) >= least) {
          frequent.add(words.phrase(from, length));
        }
      }
    }
  }

  private static List<Candidate> distinctive(
      List<String> phrases, OutputCounts inTeacher, OutputCounts inBackground) {
    List<Candidate> distinctive = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      int words = Words.of(phrases.get(i)).size();
      double z =
          LogOdds.z(
              inTeacher.outputsWith(i),
              inTeacher.total(words),
              inBackground.outputsWith(i),
              inBackground.total(words));
      if (z >= LEAST_Z) {
        distinctive.add(new Candidate(phrases.get(i), words, inTeacher.outputsWith(i), z));
      }
    }
    return distinctive;
  }

  private static PhraseList strongest(List<Candidate> candidates, int most) {
    Set<String> redundant = redundant(candidates);
    return new PhraseList(
        candidates.stream()
            .filter(c -> !redundant.contains(c.text()))
            .sorted(
                Comparator.comparingDouble(Candidate::z).reversed().thenComparing(Candidate::text))
            .limit(most)
            .map(c -> new Phrase(c.text(), c.z()))
            .toList());
  }

  /** Phrases found in exactly as many teacher outputs as a longer candidate that contains them. */
  private static Set<String> redundant(List<Candidate> candidates) {
    Map<String, Integer> outputs = new HashMap<>();
    candidates.forEach(c -> outputs.put(c.text(), c.outputs()));
    Set<String> redundant = new HashSet<>();
    for (Candidate longer : candidates) {
      Words words = Words.of(longer.text());
      for (int length = SHORTEST; length < longer.words(); length++) {
        for (int from = 0; from + length <= longer.words(); from++) {
          String part = words.phrase(from, length);
          Integer partOutputs = outputs.get(part);
          if (partOutputs != null && partOutputs == longer.outputs()) {
            redundant.add(part);
          }
        }
      }
    }
    return redundant;
  }

  /** In how many outputs each phrase stands, and all phrases of a length together. */
  private static final class OutputCounts {

    private final PhraseIndex index;
    private final int[] outputsWith;
    private final long[] totals = new long[Words.LONGEST_PHRASE + 1];

    OutputCounts(PhraseIndex index, int phrases) {
      this.index = index;
      outputsWith = new int[phrases];
    }

    void add(Words words) {
      BitSet found = index.in(words);
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        outputsWith[i]++;
      }
      for (int length = SHORTEST; length <= Words.LONGEST_PHRASE; length++) {
        totals[length] += words.distinctPhraseHashes(length).length;
      }
    }

    int outputsWith(int phrase) {
      return outputsWith[phrase];
    }

    long total(int words) {
      return totals[words];
    }
  }
}
