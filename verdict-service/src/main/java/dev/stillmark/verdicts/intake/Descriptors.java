package dev.stillmark.verdicts.intake;

import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.NullLawCode;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.verdicts.store.Part;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one mapping between a detector on the wire and a descriptor in the core. */
public final class Descriptors {

  private static final int LONGEST_TEXT = 1024;

  private Descriptors() {}

  /** The descriptor of {@code declared}, which was checked when it was first stored. */
  public static Descriptor of(DeclaredDetector declared) {
    Teacher teacher = new Teacher(declared.teacher(), declared.vendor(), date(declared.released()));
    return watermark(declared, teacher)
        .or(() -> phrases(declared, teacher))
        .or(() -> canaries(declared, teacher))
        .orElseThrow(() ->
            new UnusableRecordException(
                "invalid-detector", "detector has none of watermark, phrases, canaries"));
  }

  private static Optional<Descriptor> watermark(DeclaredDetector declared, Teacher teacher) {
    return Optional.ofNullable(declared.watermark())
        .map(mark ->
            new Descriptor.Watermark(
                declared.id(),
                teacher,
                text(mark.scheme(), "scheme"),
                NullLawCode.parse(text(mark.law(), "law")),
                mark.contextWidth(),
                text(mark.tokenizer(), "tokenizer"),
                text(mark.keyId(), "keyId"),
                text(mark.keyCommitment(), "keyCommitment"),
                mark.publishedKey(),
                new DecoyPlan(mark.decoys(), mark.decoyFraction(), mark.decoysPacked())));
  }

  private static Optional<Descriptor> phrases(DeclaredDetector declared, Teacher teacher) {
    return Optional.ofNullable(declared.phrases())
        .map(phrases ->
            new Descriptor.Phrases(
                declared.id(),
                teacher,
                text(phrases.listDigest(), "listDigest"),
                phrases.phrases()));
  }

  private static Optional<Descriptor> canaries(DeclaredDetector declared, Teacher teacher) {
    return Optional.ofNullable(declared.canaries())
        .map(canaries ->
            new Descriptor.Canaries(
                declared.id(),
                teacher,
                text(canaries.setCommitment(), "setCommitment"),
                canaries.canaries(),
                canaries.replySpace(),
                canaries.asks()));
  }

  /** The descriptor, or why {@code declared} is none. */
  static Descriptor check(@Nullable DeclaredDetector declared) {
    DeclaredDetector present = EventReader.require(declared, "detector");
    EventReader.requireName(present.id(), "detector.id");
    EventReader.requireName(present.teacher(), "detector.teacher");
    text(present.vendor(), "vendor");
    try {
      return of(present);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new UnusableRecordException(
          "invalid-detector", "detector: " + e.getClass().getSimpleName(), e);
    }
  }

  /** Whether evidence of both belongs together: only vendor and release may differ. */
  static boolean isSameTest(DeclaredDetector a, DeclaredDetector b) {
    return a.id().equals(b.id())
        && a.teacher().equals(b.teacher())
        && Objects.equals(a.watermark(), b.watermark())
        && Objects.equals(a.phrases(), b.phrases())
        && Objects.equals(a.canaries(), b.canaries());
  }

  /** How many 64-bit words a score has, so that all sets of one part can be united. */
  public static int scoreWords(Descriptor descriptor, Part part) {
    return switch (part) {
      case COVERAGE -> 2;
      case DECOYS -> 1;
      case ITEMS ->
          switch (descriptor) {
            case Descriptor.Watermark mark -> mark.decoys().scoreWords();
            case Descriptor.Phrases _, Descriptor.Canaries _ -> 1;
          };
    };
  }

  private static String text(@Nullable String value, String field) {
    String present = EventReader.require(value, "detector." + field);
    if (!present.equals(Names.storable(present, LONGEST_TEXT))) {
      throw new UnusableRecordException(
          "invalid-detector", "detector." + field + " must be well-formed and short");
    }
    return present;
  }

  private static @Nullable LocalDate date(@Nullable String released) {
    return released == null ? null : LocalDate.parse(released);
  }
}
