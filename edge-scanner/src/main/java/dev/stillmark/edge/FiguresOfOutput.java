package dev.stillmark.edge;

import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.verdict.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one detector over one output alone.
 *
 * @param tokens scorable tokens, words or 0
 * @param scored distinct items, words or asks
 * @param statistic green items, matches per 1,000 words or hits
 * @param log10P the tail over this output, or null where it is not proved to be a p-value
 */
record FiguresOfOutput(long tokens, long scored, double statistic, @Nullable Double log10P) {

  static FiguresOfOutput of(Signal signal, Finding finding) {
    return switch (finding) {
      case Finding.GreenList green ->
          new FiguresOfOutput(green.tokens(), green.scored(), green.statistic(), tail(green));
      case Finding.Phrases phrases ->
          new FiguresOfOutput(phrases.words(), phrases.words(), phrases.statistic(), null);
      case Finding.Canaries _ ->
          new FiguresOfOutput(0, signal.items().size(), hits(signal.items()), null);
    };
  }

  private static @Nullable Double tail(Finding.GreenList green) {
    boolean isProved = green.log10PBound() == green.log10P();
    return green.scored() > 0 && isProved ? green.log10P() : null;
  }

  private static long hits(EvidenceSet asks) {
    long hits = 0;
    for (int i = 0; i < asks.size(); i++) {
      hits += asks.score(i, 0);
    }
    return hits;
  }
}
