package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.NullLawCode;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.verdict.AdjustedFigures;
import dev.stillmark.detection.verdict.DecoyRank;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.PanelRank;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A finding as a JSON object, with the field names of the verdict service. */
final class FindingJson {

  private FindingJson() {}

  static void write(JsonGenerator json, Finding finding, AdjustedFigures adjusted)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("detector", finding.descriptor().id());
    json.writeStringField("kind", kind(finding.descriptor()));
    json.writeStringField("ledger", finding.descriptor().isLedgerA() ? "A" : "B");
    json.writeNumberField("outputs", finding.outputs());
    json.writeNumberField("conflicts", finding.conflicts());
    switch (finding) {
      case Finding.Watermark mark -> watermark(json, mark, adjusted);
      case Finding.Canaries canaries -> canaries(json, canaries, adjusted);
      case Finding.Phrases phrases -> phrases(json, phrases);
    }
    json.writeEndObject();
  }

  static String kind(Descriptor descriptor) {
    return switch (descriptor) {
      case Descriptor.Watermark _ -> "watermark";
      case Descriptor.Canaries _ -> "canaries";
      case Descriptor.Phrases _ -> "phrases";
    };
  }

  private static void watermark(
      JsonGenerator json, Finding.Watermark finding, AdjustedFigures adjusted) throws IOException {
    Descriptor.Watermark descriptor = finding.descriptor();
    json.writeStringField("scheme", descriptor.scheme());
    json.writeStringField("law", NullLawCode.of(descriptor.law()));
    json.writeStringField("keyId", descriptor.keyId());
    json.writeStringField("keyCommitment", descriptor.keyCommitment());
    json.writeBooleanField("publishedKey", descriptor.publishedKey());
    json.writeStringField("tokenizer", descriptor.tokenizer());
    json.writeNumberField("contextWidth", descriptor.contextWidth());
    json.writeNumberField("tokens", finding.tokens());
    json.writeNumberField("excluded", finding.excluded());
    json.writeNumberField("outOfVocabulary", finding.outOfVocabulary());
    json.writeNumberField("retokenisedOutputs", finding.retokenisedOutputs());
    json.writeNumberField("scored", finding.scored());
    statistic(json, descriptor.law(), finding.statistic());
    json.writeNumberField("expected", finding.scored() * descriptor.law().mean());
    json.writeNumberField("log10P", finding.log10P());
    json.writeNumberField("log10PBound", finding.log10PBound());
    json.writeNumberField("log10E", finding.log10E());
    adjusted(json, "log10PHolm", adjusted.log10PHolm());
    adjusted(json, "log10EBh", adjusted.log10EBh());
    json.writeFieldName("effect");
    effect(json, finding.effect());
    json.writeNumberField("halvings", finding.halvings());
    json.writeFieldName("decoyRank");
    decoyRank(json, finding.decoyRank());
  }

  static void effect(JsonGenerator json, @Nullable EffectSize effect) throws IOException {
    if (effect == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("estimate", effect.estimate());
    json.writeNumberField("lower", effect.lower());
    ScoreJson.number(json, "upper", effect.upper());
    json.writeNumberField("confidence", effect.confidence());
    json.writeEndObject();
  }

  private static void statistic(JsonGenerator json, NullLaw law, double statistic)
      throws IOException {
    if (law.counts()) {
      json.writeNumberField("statistic", (long) statistic);
    } else {
      json.writeNumberField("statistic", statistic);
    }
  }

  private static void decoyRank(JsonGenerator json, @Nullable DecoyRank rank) throws IOException {
    if (rank == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("decoys", rank.decoys());
    json.writeNumberField("atLeastAsExtreme", rank.atLeastAsExtreme());
    json.writeNumberField("rank", rank.rank());
    json.writeNumberField("p", rank.p());
    json.writeEndObject();
  }

  private static void canaries(
      JsonGenerator json, Finding.Canaries finding, AdjustedFigures adjusted) throws IOException {
    json.writeNumberField("asked", finding.asked());
    json.writeNumberField("asks", finding.asks());
    json.writeNumberField("hits", finding.hits());
    json.writeNumberField("log10E", finding.log10E());
    adjusted(json, "log10EBh", adjusted.log10EBh());
  }

  /** Null where there is nothing to adjust, as under a published key. */
  private static void adjusted(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    ScoreJson.number(json, name, value == null ? Double.NaN : value);
  }

  private static void phrases(JsonGenerator json, Finding.Phrases finding) throws IOException {
    json.writeNumberField("words", finding.words());
    json.writeNumberField("matches", finding.matches());
    json.writeNumberField("outputsWithMatch", finding.outputsWithMatch());
    json.writeNumberField("statistic", finding.statistic());
    json.writeStringField("listDigest", finding.descriptor().listDigest());
    PanelRank rank = finding.rank();
    json.writeObjectFieldStart("panelRank");
    json.writeNumberField("families", rank.families());
    json.writeNumberField("models", rank.models());
    json.writeNumberField("atLeastAsExtreme", rank.atLeastAsExtreme());
    json.writeNumberField("p", rank.p());
    json.writeNumberField("smallestP", rank.smallestP());
    json.writeEndObject();
  }
}
