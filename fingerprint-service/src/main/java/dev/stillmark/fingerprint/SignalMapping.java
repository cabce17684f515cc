package dev.stillmark.fingerprint;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLawCode;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import dev.stillmark.events.SuspectOutputCaptured;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where the wire's records and detection's types meet in this service. */
final class SignalMapping {

  private SignalMapping() {}

  static ObservedOutput observed(SuspectOutputCaptured captured) {
    CapturedTokens tokens = captured.tokens();
    return new ObservedOutput(
        new OutputId(captured.outputId()),
        captured.promptId(),
        captured.sample(),
        captured.prompt(),
        captured.output(),
        tokens == null
            ? null
            : new CollectedTokens(
                tokens.tokenizer(), idsOf(tokens.promptIds()), idsOf(tokens.outputIds())));
  }

  static ExtractedSignal extracted(Signal signal) {
    return new ExtractedSignal(
        declared(signal.descriptor()),
        base64(signal.items()),
        base64(signal.decoys()),
        base64(signal.coverage()));
  }

  static DeclaredDetector declared(Descriptor descriptor) {
    return switch (descriptor) {
      case Descriptor.Watermark watermark -> declared(descriptor, section(watermark), null, null);
      case Descriptor.Phrases phrases ->
          declared(
              descriptor,
              null,
              new DeclaredDetector.Phrases(phrases.listDigest(), phrases.phrases()),
              null);
      case Descriptor.Canaries canaries ->
          declared(
              descriptor,
              null,
              null,
              new DeclaredDetector.Canaries(
                  canaries.setCommitment(),
                  canaries.canaries(),
                  canaries.replySpace(),
                  canaries.asks()));
    };
  }

  private static DeclaredDetector declared(
      Descriptor descriptor,
      DeclaredDetector.@Nullable Watermark watermark,
      DeclaredDetector.@Nullable Phrases phrases,
      DeclaredDetector.@Nullable Canaries canaries) {
    Teacher teacher = descriptor.teacher();
    LocalDate released = teacher.released();
    return new DeclaredDetector(
        descriptor.id(),
        teacher.name(),
        teacher.vendor(),
        released == null ? null : released.toString(),
        watermark,
        phrases,
        canaries);
  }

  private static DeclaredDetector.Watermark section(Descriptor.Watermark watermark) {
    return new DeclaredDetector.Watermark(
        watermark.scheme(),
        NullLawCode.of(watermark.law()),
        watermark.contextWidth(),
        watermark.tokenizer(),
        watermark.keyId(),
        watermark.keyCommitment(),
        watermark.publishedKey(),
        watermark.decoys().count(),
        watermark.decoys().fraction(),
        watermark.decoys().packed());
  }

  private static String base64(EvidenceSet set) {
    return Base64.getEncoder().encodeToString(set.encode());
  }

  private static long[] idsOf(List<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
