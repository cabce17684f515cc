package dev.stillmark.testkit;

import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.SeedCount;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.testkit.Scenario.Suspect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The distinct (previous token, token) items of re-tokenised outputs, without those whose context
 * stands in their own prompt: what a lefthash test scores.
 */
record DistinctItems(KgwScheme scheme, Map<Long, BitSet> tokensAfter) {

  /** What one key makes of the items. */
  record Score(int items, int green, double log10P, double log10E) {

    double greenShare() {
      return (double) green / items;
    }
  }

  static DistinctItems of(Scenario scenario, Suspect suspect) {
    var tokenizer = new ByteLevelBpeTokenizer(scenario.tokenizer().model());
    Map<Long, BitSet> tokensAfter = new TreeMap<>();
    for (GeneratedOutput output : suspect.outputs()) {
      BitSet prompt = new BitSet();
      for (long id : tokenizer.encode(output.prompt())) {
        prompt.set((int) id);
      }
      long[] ids = tokenizer.encode(output.output());
      for (int i = 1; i < ids.length; i++) {
        if (!prompt.get((int) ids[i - 1])) {
          tokensAfter.computeIfAbsent(ids[i - 1], _ -> new BitSet()).set((int) ids[i]);
        }
      }
    }
    return new DistinctItems(scenario.scheme(), tokensAfter);
  }

  int count() {
    return tokensAfter.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  Score under(long key) {
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(key));
    List<SeedCount> seeds = new ArrayList<>();
    int green = 0;
    for (Map.Entry<Long, BitSet> entry : tokensAfter.entrySet()) {
      BitSet greenTokens = lists.after(entry.getKey());
      greenTokens.and(entry.getValue());
      green += greenTokens.cardinality();
      seeds.add(new SeedCount(entry.getValue().cardinality(), greenTokens.cardinality(), 1));
    }
    int vocabularySize = scheme.vocabularySize();
    int greenListSize = scheme.greenListSize();
    return new Score(
        count(),
        green,
        BinomialTail.log10(count(), green, greenListSize, vocabularySize),
        GreenListEvalue.log10(vocabularySize, greenListSize, seeds));
  }
}
