package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.verdict.CurvePoint;
import dev.stillmark.detection.verdict.DecoyRank;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.PanelRank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding as JSON; what is not finite is null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FindingView.GreenListView.class, name = "green-list"),
  @JsonSubTypes.Type(value = FindingView.CanariesView.class, name = "canaries"),
  @JsonSubTypes.Type(value = FindingView.PhrasesView.class, name = "phrases")
})
@JsonInclude(JsonInclude.Include.ALWAYS)
sealed interface FindingView {

  /** The view of {@code finding}. */
  static FindingView of(Finding finding) {
    return switch (finding) {
      case Finding.GreenList green -> GreenListView.of(green);
      case Finding.Canaries canaries ->
          new CanariesView(
              canaries.descriptor().id(),
              "A",
              canaries.outputs(),
              canaries.conflicts(),
              canaries.asked(),
              canaries.asks(),
              canaries.hits(),
              finite(canaries.log10E()),
              canaries.descriptor().setCommitment());
      case Finding.Phrases phrases ->
          new PhrasesView(
              phrases.descriptor().id(),
              "B",
              phrases.outputs(),
              phrases.conflicts(),
              phrases.words(),
              phrases.matches(),
              phrases.outputsWithMatch(),
              finite(phrases.statistic()),
              phrases.descriptor().listDigest(),
              PanelRankView.of(phrases.rank()));
    };
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  String detector();

  String ledger();

  int outputs();

  int conflicts();

  /** A green-list watermark. */
  record GreenListView(
      String detector,
      String ledger,
      int outputs,
      int conflicts,
      String scheme,
      String keyId,
      String keyCommitment,
      boolean publishedKey,
      String tokenizer,
      int vocabularySize,
      int greenListSize,
      double gamma,
      int contextWidth,
      long tokens,
      long excluded,
      long outOfVocabulary,
      int retokenisedOutputs,
      int scored,
      int statistic,
      @Nullable Double greenShare,
      @Nullable Double log10P,
      @Nullable Double log10PBound,
      @Nullable Double log10E,
      int halvings,
      @Nullable DecoyRankView decoyRank,
      List<PointView> curve)
      implements FindingView {

    static GreenListView of(Finding.GreenList green) {
      Descriptor.GreenList key = green.descriptor();
      return new GreenListView(
          key.id(),
          "A",
          green.outputs(),
          green.conflicts(),
          key.scheme(),
          key.keyId(),
          key.keyCommitment(),
          key.publishedKey(),
          key.tokenizer(),
          key.vocabularySize(),
          key.greenListSize(),
          key.gamma(),
          key.contextWidth(),
          green.tokens(),
          green.excluded(),
          green.outOfVocabulary(),
          green.retokenisedOutputs(),
          green.scored(),
          green.statistic(),
          finite((double) green.statistic() / green.scored()),
          finite(green.log10P()),
          finite(green.log10PBound()),
          finite(green.log10E()),
          green.halvings(),
          DecoyRankView.of(green.decoyRank()),
          green.curve().stream().map(PointView::of).toList());
    }
  }

  /** A set of canaries. */
  record CanariesView(
      String detector,
      String ledger,
      int outputs,
      int conflicts,
      int asked,
      int asks,
      int hits,
      @Nullable Double log10E,
      String setCommitment)
      implements FindingView {}

  /** Signature phrases. */
  record PhrasesView(
      String detector,
      String ledger,
      int outputs,
      int conflicts,
      long words,
      long matches,
      int outputsWithMatch,
      @Nullable Double statistic,
      String listDigest,
      PanelRankView panelRank)
      implements FindingView {}

  /** The true key among its decoys. */
  record DecoyRankView(int decoys, int atLeastAsExtreme, int rank, double p) {

    static @Nullable DecoyRankView of(@Nullable DecoyRank rank) {
      return rank == null
          ? null
          : new DecoyRankView(rank.decoys(), rank.atLeastAsExtreme(), rank.rank(), rank.p());
    }
  }

  /** The suspect among the reference families. */
  record PanelRankView(int families, int models, int atLeastAsExtreme, double p, double smallestP) {

    static PanelRankView of(PanelRank rank) {
      return new PanelRankView(
          rank.families(), rank.models(), rank.atLeastAsExtreme(), rank.p(), rank.smallestP());
    }
  }

  /** The evidence after the first outputs. */
  record PointView(
      int outputs, long tokens, int scored, @Nullable Double log10P, @Nullable Double log10E) {

    static PointView of(CurvePoint point) {
      return new PointView(
          point.outputs(),
          point.tokens(),
          point.scored(),
          finite(point.log10P()),
          finite(point.log10E()));
    }
  }
}
