package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.NullLawCode;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.verdict.AdjustedFigures;
import dev.stillmark.detection.verdict.CurvePoint;
import dev.stillmark.detection.verdict.DecoyRank;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.PanelRank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** A finding as JSON; what is not finite is null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FindingView.WatermarkView.class, name = "watermark"),
  @JsonSubTypes.Type(value = FindingView.CanariesView.class, name = "canaries"),
  @JsonSubTypes.Type(value = FindingView.PhrasesView.class, name = "phrases")
})
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
    oneOf = {
      FindingView.WatermarkView.class,
      FindingView.CanariesView.class,
      FindingView.PhrasesView.class
    },
    properties = @SchemaProperty(name = "kind", description = "watermark, canaries or phrases"))
sealed interface FindingView {

  /** The view of {@code finding}. */
  static FindingView of(Finding finding, AdjustedFigures adjusted) {
    return switch (finding) {
      case Finding.Watermark mark -> WatermarkView.of(mark, adjusted);
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
              finite(adjusted.log10EBh()),
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

  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  String detector();

  String ledger();

  int outputs();

  int conflicts();

  /**
   * A watermark.
   *
   * @param law the law of the scores if Hd, such as {@code green-list 12564/50257}
   * @param scored distinct units of evidence
   * @param statistic green items, set bits, or the sum of exponential scores
   * @param expected the statistic's mean if Hd
   * @param effect the share of green items or set bits, or κ of uniform draws, with bounds
   */
  record WatermarkView(
      String detector,
      String ledger,
      int outputs,
      int conflicts,
      String scheme,
      String law,
      String keyId,
      String keyCommitment,
      boolean publishedKey,
      String tokenizer,
      int contextWidth,
      long tokens,
      long excluded,
      long outOfVocabulary,
      int retokenisedOutputs,
      long scored,
      Number statistic,
      double expected,
      @Nullable Double log10P,
      @Nullable Double log10PBound,
      @Nullable Double log10E,
      @Schema(description = OpenApi.LOG10_P_HOLM) @Nullable Double log10PHolm,
      @Schema(description = OpenApi.LOG10_E_BH) @Nullable Double log10EBh,
      @Nullable EffectView effect,
      int halvings,
      @Nullable DecoyRankView decoyRank,
      List<PointView> curve)
      implements FindingView {

    static WatermarkView of(Finding.Watermark mark, AdjustedFigures adjusted) {
      Descriptor.Watermark key = mark.descriptor();
      return new WatermarkView(
          key.id(),
          "A",
          mark.outputs(),
          mark.conflicts(),
          key.scheme(),
          NullLawCode.of(key.law()),
          key.keyId(),
          key.keyCommitment(),
          key.publishedKey(),
          key.tokenizer(),
          key.contextWidth(),
          mark.tokens(),
          mark.excluded(),
          mark.outOfVocabulary(),
          mark.retokenisedOutputs(),
          mark.scored(),
          statistic(mark),
          mark.scored() * key.law().mean(),
          finite(mark.log10P()),
          finite(mark.log10PBound()),
          finite(mark.log10E()),
          finite(adjusted.log10PHolm()),
          finite(adjusted.log10EBh()),
          EffectView.of(mark.effect()),
          mark.halvings(),
          DecoyRankView.of(mark.decoyRank()),
          mark.curve().stream().map(PointView::of).toList());
    }

    private static Number statistic(Finding.Watermark mark) {
      return mark.descriptor().law().counts()
          ? (Number) (long) mark.statistic()
          : (Number) mark.statistic();
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
      @Schema(description = OpenApi.LOG10_E_BH) @Nullable Double log10EBh,
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

  /** How strong a mark is, with bounds that hold at all times together. */
  record EffectView(double estimate, double lower, @Nullable Double upper, double confidence) {

    static @Nullable EffectView of(@Nullable EffectSize effect) {
      return effect == null
          ? null
          : new EffectView(
              effect.estimate(), effect.lower(), finite(effect.upper()), effect.confidence());
    }
  }

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
      int outputs, long tokens, long scored, @Nullable Double log10P, @Nullable Double log10E) {

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
