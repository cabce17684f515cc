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
 * @param statistic a watermark's statistic, matches per 1,000 words or hits
 * @param log10P the tail over this output, or null where it is not proved to be a p-value
 */
record FiguresOfOutput(long tokens, long scored, double statistic, @Nullable Double log10P) {

  static FiguresOfOutput of(Signal signal, Finding finding) {
    return switch (finding) {
      case Finding.Watermark mark ->
          new FiguresOfOutput(mark.tokens(), mark.scored(), mark.statistic(), tail(mark));
      case Finding.Phrases phrases ->
          new FiguresOfOutput(phrases.words(), phrases.words(), phrases.statistic(), null);
      case Finding.Canaries _ ->
          new FiguresOfOutput(0, signal.items().size(), hits(signal.items()), null);
    };
  }

  private static @Nullable Double tail(Finding.Watermark mark) {
    boolean isProved = mark.log10PBound() == mark.log10P();
    return mark.scored() > 0 && isProved ? mark.log10P() : null;
  }

  private static long hits(EvidenceSet asks) {
    long hits = 0;
    for (int i = 0; i < asks.size(); i++) {
      hits += asks.score(i, 0);
    }
    return hits;
  }
}
