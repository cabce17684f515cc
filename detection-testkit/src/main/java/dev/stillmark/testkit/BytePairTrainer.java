package dev.stillmark.testkit;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the merges of a byte-level BPE from a corpus (Sennrich, Haddow and Birch 2016).
 *
 * <p>Each step joins the pair of neighbouring pieces that is most frequent over all words; ties go
 * to the pair that comes first as text, so that the merges are a function of the corpus alone.
 */
final class BytePairTrainer {

  /** How GPT-2 splits text into words before any merge. */
  private static final Pattern WORD =
      Pattern.compile(
          "'(?:s|t|re|ve|m|ll|d)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private record Word(List<String> pieces, int count) {}

  private final List<Word> words = new ArrayList<>();
  private final Map<Merge, Integer> counts = new HashMap<>();
  private final Map<Merge, BitSet> holders = new HashMap<>();

  private BytePairTrainer(Map<String, Integer> wordCounts) {
    wordCounts.forEach((word, count) -> words.add(new Word(piecesOf(word), count)));
    IntStream.range(0, words.size()).forEach(index -> account(index, 1));
  }

  /** The first {@code most} merges; fewer when nothing is left to join. */
  static List<Merge> train(Iterable<String> corpus, int most) {
    BytePairTrainer trainer = new BytePairTrainer(countWords(corpus));
    List<Merge> merges = new ArrayList<>(most);
    while (merges.size() < most && !trainer.counts.isEmpty()) {
      Merge best = trainer.mostFrequent();
      merges.add(best);
      trainer.apply(best);
    }
    return merges;
  }

  private static Map<String, Integer> countWords(Iterable<String> corpus) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : corpus) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        counts.merge(word.group(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> piecesOf(String word) {
    List<String> pieces = new ArrayList<>();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      pieces.add(String.valueOf(ByteAlphabet.of(Byte.toUnsignedInt(b))));
    }
    return pieces;
  }

  private Merge mostFrequent() {
    Merge best = null;
    int most = 0;
    for (Map.Entry<Merge, Integer> entry : counts.entrySet()) {
      int count = entry.getValue();
      if (best == null || count > most || (count == most && precedes(entry.getKey(), best))) {
        best = entry.getKey();
        most = count;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no pair is left to join");
    }
    return best;
  }

  private static boolean precedes(Merge one, Merge other) {
    int byLeft = one.left().compareTo(other.left());
    return byLeft != 0 ? byLeft < 0 : one.right().compareTo(other.right()) < 0;
  }

  private void apply(Merge merge) {
    holders.getOrDefault(merge, new BitSet()).stream()
        .forEach(index -> {
          account(index, -1);
          join(words.get(index).pieces(), merge);
          account(index, 1);
        });
  }

  private static void join(List<String> pieces, Merge merge) {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).equals(merge.left()) && pieces.get(i + 1).equals(merge.right())) {
        pieces.set(i, merge.left() + merge.right());
        pieces.remove(i + 1);
      }
    }
  }

  /** Adds a word's pairs to the counts or takes them away; who held a pair once stays listed. */
  private void account(int index, int sign) {
    Word word = words.get(index);
    for (int i = 0; i + 1 < word.pieces().size(); i++) {
      Merge pair = new Merge(word.pieces().get(i), word.pieces().get(i + 1));
      counts.merge(pair, sign * word.count(), BytePairTrainer::sumUnlessZero);
      holders.computeIfAbsent(pair, _ -> new BitSet()).set(index);
    }
  }

  private static @Nullable Integer sumUnlessZero(Integer one, Integer other) {
    int sum = one + other;
    return sum == 0 ? null : sum;
  }
}
