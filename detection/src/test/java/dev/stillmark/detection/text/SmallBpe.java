package dev.stillmark.detection.text;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A byte-level BPE that fits on a page: byte b has id b, merge m makes id 256 + m. */
record SmallBpe(
    Map<String, Integer> vocabulary,
    List<Merge> merges,
    Map<String, Integer> added,
    boolean addPrefixSpace,
    boolean useRegex,
    boolean ignoreMerges) {

  static SmallBpe of(String... merges) {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (int b = 0; b < 256; b++) {
      vocabulary.put(String.valueOf(ByteAlphabet.characterOf(b)), b);
    }
    List<Merge> rules =
        List.of(merges).stream().map(m -> new Merge(m.split(" ")[0], m.split(" ")[1])).toList();
    for (int m = 0; m < rules.size(); m++) {
      vocabulary.put(rules.get(m).left() + rules.get(m).right(), 256 + m);
    }
    return new SmallBpe(vocabulary, rules, Map.of(), false, true, false);
  }

  /** Makes " the" and "in" single tokens: 256 " t", 257 "he", 258 " the", 259 "in". */
  static SmallBpe english() {
    return of("\u0120 t", "h e", "\u0120t he", "i n");
  }

  SmallBpe withPrefixSpace() {
    return new SmallBpe(vocabulary, merges, added, true, useRegex, ignoreMerges);
  }

  SmallBpe withoutRegex() {
    return new SmallBpe(vocabulary, merges, added, addPrefixSpace, false, ignoreMerges);
  }

  SmallBpe ignoringMerges() {
    return new SmallBpe(vocabulary, merges, added, addPrefixSpace, useRegex, true);
  }

  SmallBpe withMerges(List<Merge> rules) {
    return new SmallBpe(vocabulary, rules, added, addPrefixSpace, useRegex, ignoreMerges);
  }

  SmallBpe withAdded(String content, int id) {
    return new SmallBpe(
        vocabulary, merges, Map.of(content, id), addPrefixSpace, useRegex, ignoreMerges);
  }

  SmallBpe withPiece(String piece, int id) {
    Map<String, Integer> more = new HashMap<>(vocabulary);
    more.put(piece, id);
    return new SmallBpe(more, merges, added, addPrefixSpace, useRegex, ignoreMerges);
  }

  SmallBpe withoutPiece(String piece) {
    Map<String, Integer> fewer = new HashMap<>(vocabulary);
    fewer.remove(piece);
    return new SmallBpe(fewer, merges, added, addPrefixSpace, useRegex, ignoreMerges);
  }

  ByteLevelBpeTokenizer tokenizer() {
    return new ByteLevelBpeTokenizer(
        new Model("small", vocabulary, merges, added, addPrefixSpace, useRegex, ignoreMerges));
  }
}
