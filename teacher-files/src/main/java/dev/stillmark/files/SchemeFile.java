package dev.stillmark.files;

import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.watermark.KgwScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a scheme.json, or the scheme object of a teacher.yaml. */
public final class SchemeFile {

  /** Decoys that stand beside a key unless the file says otherwise. */
  public static final int DEFAULT_DECOYS = 127;

  /** The share of outputs over which selfhash decoys are scored, and the most that it may be. */
  public static final double SELFHASH_DECOY_FRACTION = 0.0625;

  private static final List<String> KNOWN =
      List.of(
          "scheme",
          "dialect",
          "vocabSize",
          "greenlistRatio",
          "key",
          "hashingKey",
          "keyFile",
          "seedingScheme",
          "contextWidth",
          "ignoreRepeatedNgrams",
          "bosTokenId",
          "transformersVersion",
          "bias",
          "tokenizer",
          "decoys",
          "decoyFraction",
          "commitmentSalt");

  /**
   * A scheme with what its file says about key, tokenizer and decoys.
   *
   * @param key the secret key, or null where the file holds none
   * @param tokenizer the teacher's tokenizer, or null where the file names none
   * @param commitmentSalt keeps the public key commitment from being searched; may be empty
   */
  public record LoadedScheme(
      KgwScheme scheme,
      @Nullable WatermarkKey key,
      @Nullable Tokenizer tokenizer,
      int decoys,
      double decoyFraction,
      CommitmentSalt commitmentSalt) {}

  private SchemeFile() {}

  /** The scheme in {@code path}; throws {@link InputFault}. */
  public static LoadedScheme load(Path path) {
    return read(YamlFile.read(path), new Tokenizers());
  }

  static LoadedScheme read(Value value, Tokenizers tokenizers) {
    Fields fields = value.fields(knownIn(value));
    requireOnly(fields.required("scheme"), "kgw");
    fields.optional("dialect").ifPresent(dialect -> requireOnly(dialect, "transformers"));
    fields.optional("bias").ifPresent(Value::number);
    Tokenizer tokenizer = fields.optional("tokenizer").map(tokenizers::named).orElse(null);
    KgwScheme scheme = scheme(fields, tokenizer);
    boolean packed = scheme.seeding() == KgwScheme.Seeding.LEFTHASH;
    return new LoadedScheme(
        scheme,
        key(fields),
        tokenizer,
        fields
            .optional("decoys")
            .map(decoys -> (int) decoys.integerWithin(0, DEFAULT_DECOYS))
            .orElse(DEFAULT_DECOYS),
        decoyFraction(fields, packed),
        fields.optional("commitmentSalt").map(CommitmentSalt::read).orElse(CommitmentSalt.NONE));
  }

  /** Another scheme's parameters are no misspelling: the scheme is what must be named first. */
  private static List<String> knownIn(Value value) {
    Value scheme = value.entries().get("scheme");
    if (scheme != null) {
      requireOnly(scheme, "kgw");
    }
    return KNOWN;
  }

  private static void requireOnly(Value value, String only) {
    if (!value.text().equals(only)) {
      throw value.fault("must be %s in this version but is %s".formatted(only, value.shown()));
    }
  }

  private static KgwScheme scheme(Fields fields, @Nullable Tokenizer tokenizer) {
    Value vocabSize = fields.required("vocabSize");
    int size = (int) vocabSize.integerWithin(2, Integer.MAX_VALUE);
    if (tokenizer != null) {
      requirePlausible(vocabSize, size, tokenizer.vocabularySize());
    }
    KgwScheme defaults = KgwScheme.withDefaults(Math.max(size, 8));
    try {
      return new KgwScheme(
          size,
          fields.optional("greenlistRatio").map(Value::number).orElse(defaults.greenlistRatio()),
          fields.optional("seedingScheme").map(SchemeFile::seeding).orElse(defaults.seeding()),
          fields
              .optional("contextWidth")
              .map(width -> (int) width.integerWithin(1, 64))
              .orElse(defaults.contextWidth()),
          fields.optional("ignoreRepeatedNgrams").map(Value::isTrue).orElse(false),
          fields
              .optional("bosTokenId")
              .map(id -> id.integerWithin(0, Integer.MAX_VALUE))
              .orElse(null),
          fields
              .optional("transformersVersion")
              .map(version -> (int) version.integerWithin(4, 5))
              .orElse(defaults.transformersVersion()));
    } catch (IllegalArgumentException e) {
      throw fields.fault(e);
    }
  }

  private static KgwScheme.Seeding seeding(Value value) {
    return switch (value.text()) {
      case "lefthash" -> KgwScheme.Seeding.LEFTHASH;
      case "selfhash" -> KgwScheme.Seeding.SELFHASH;
      default -> throw value.fault("must be lefthash or selfhash but is " + value.shown());
    };
  }

  /** Models pad their vocabulary, so V may exceed the tokenizer's; far above, it is another's. */
  private static void requirePlausible(Value value, int vocabSize, int tokenizerSize) {
    int greatest = tokenizerSize + Math.max(1024, tokenizerSize / 20);
    if (vocabSize < tokenizerSize || vocabSize > greatest) {
      throw value.fault(
          "must be within %d..%d, the tokenizer's vocabulary and what models pad it by, but is %d"
              .formatted(tokenizerSize, greatest, vocabSize));
    }
  }

  private static @Nullable WatermarkKey key(Fields fields) {
    List<Value> given =
        List.of("key", "hashingKey", "keyFile").stream()
            .map(fields::optional)
            .flatMap(Optional::stream)
            .toList();
    if (given.size() > 1) {
      throw given.get(1).fault("must not stand beside another key");
    }
    Optional<Value> keyFile = fields.optional("keyFile");
    if (keyFile.isPresent()) {
      return Secrets.key(keyFile.get(), Secrets.ofFile(keyFile.get()));
    }
    return given.isEmpty() ? null : Secrets.key(given.getFirst(), Secrets.of(given.getFirst()));
  }

  private static double decoyFraction(Fields fields, boolean packed) {
    Optional<Value> given = fields.optional("decoyFraction");
    if (given.isEmpty()) {
      return packed ? 1 : SELFHASH_DECOY_FRACTION;
    }
    double fraction = given.get().number();
    if (packed && fraction != 1) {
      throw given
          .get()
          .fault("must be 1 for lefthash, whose decoys cover every output, but is " + fraction);
    }
    if (!packed && !(fraction > 0 && fraction <= SELFHASH_DECOY_FRACTION)) {
      throw given
          .get()
          .fault("must be within (0, %s] but is %s".formatted(SELFHASH_DECOY_FRACTION, fraction));
    }
    return fraction;
  }
}
