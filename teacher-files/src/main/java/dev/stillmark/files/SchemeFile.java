package dev.stillmark.files;

import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a scheme.json, or the scheme object of a teacher.yaml. */
public final class SchemeFile {

  /** Decoys that stand beside a key unless the file says otherwise. */
  public static final int DEFAULT_DECOYS = 127;

  /**
   * The share of outputs over which decoys with sets of their own are scored, and the most that it
   * may be.
   */
  public static final double SEPARATE_DECOY_FRACTION = 0.0625;

  /** The second key of a dialect that has two. */
  static final String SECOND_KEY = "keyB";

  /** What every scheme may have, whatever its dialect. */
  private static final List<String> KNOWN =
      List.of(
          "scheme",
          "dialect",
          "variant",
          "vocabSize",
          "key",
          "keyFile",
          "tokenizer",
          "decoys",
          "decoyFraction",
          "commitmentSalt");

  /**
   * A scheme with what its file says about key, tokenizer and decoys.
   *
   * @param key the secret key, or null where the file holds none
   * @param tokenizer the teacher's tokenizer, or null where the file names none
   * @param countsWindows whether each distinct window of g-values is a unit, instead of each hash
   * @param commitmentSalt keeps the public key commitment from being searched; may be empty
   */
  public record LoadedScheme(
      WatermarkScheme scheme,
      @Nullable WatermarkKey key,
      @Nullable Tokenizer tokenizer,
      int decoys,
      double decoyFraction,
      boolean countsWindows,
      CommitmentSalt commitmentSalt) {}

  private SchemeFile() {}

  /** The scheme in {@code path}; throws {@link InputFault}. */
  public static LoadedScheme load(Path path) {
    return read(YamlFile.read(path), new Tokenizers());
  }

  /**
   * The keys in a file with one a line, for the scheme in {@code path}; throws {@link InputFault}.
   */
  public static List<WatermarkKey> keys(Path path, WatermarkScheme scheme, Path keys) {
    return KeyFile.read(keys, scheme, SchemeDialects.of(YamlFile.read(path)).keyForm());
  }

  static LoadedScheme read(Value value, Tokenizers tokenizers) {
    SchemeDialect dialect = SchemeDialects.of(value);
    Fields fields =
        value.fields(Stream.concat(KNOWN.stream(), dialect.names().stream()).distinct().toList());
    Tokenizer tokenizer = fields.optional("tokenizer").map(tokenizers::named).orElse(null);
    if (tokenizer != null) {
      fields
          .optional("vocabSize")
          .ifPresent(size -> requirePlausible(size, tokenizer.vocabularySize()));
    }
    WatermarkKey key = key(fields, dialect);
    WatermarkScheme scheme = scheme(dialect, fields, key);
    if (key != null) {
      requireFit(fields, scheme, key);
    }
    return new LoadedScheme(
        scheme,
        key,
        tokenizer,
        fields
            .optional("decoys")
            .map(decoys -> (int) decoys.integerWithin(0, DEFAULT_DECOYS))
            .orElse(DEFAULT_DECOYS),
        decoyFraction(fields, scheme.packs()),
        SynthIdFields.countsWindows(fields),
        fields.optional("commitmentSalt").map(CommitmentSalt::read).orElse(CommitmentSalt.NONE));
  }

  private static WatermarkScheme scheme(
      SchemeDialect dialect, Fields fields, @Nullable WatermarkKey key) {
    try {
      return dialect.read(fields, key);
    } catch (IllegalArgumentException e) {
      throw fields.fault(e);
    }
  }

  /** Models pad their vocabulary, so V may exceed the tokenizer's; far above, it is another's. */
  private static void requirePlausible(Value value, int tokenizerSize) {
    long size = value.integerWithin(2, Integer.MAX_VALUE);
    int greatest = tokenizerSize + Math.max(1024, tokenizerSize / 20);
    if (size < tokenizerSize || size > greatest) {
      throw value.fault(
          "must be within %d..%d, the tokenizer's vocabulary and what models pad it by, but is %d"
              .formatted(tokenizerSize, greatest, size));
    }
  }

  private static @Nullable WatermarkKey key(Fields fields, SchemeDialect dialect) {
    List<Value> given =
        Stream.concat(Stream.of("key", "keyFile"), dialect.keyNames().stream())
            .map(fields::optional)
            .flatMap(Optional::stream)
            .toList();
    if (given.size() > 1) {
      throw given.get(1).fault("must not stand beside another key");
    }
    if (given.isEmpty()) {
      return null;
    }
    Value value = given.getFirst();
    WatermarkKey first =
        fields.optional("keyFile").isPresent()
            ? Secrets.keyOfFile(value, dialect.keyForm())
            : Secrets.key(value, dialect.keyForm());
    return fields.optional(SECOND_KEY).map(second -> both(first, second, dialect)).orElse(first);
  }

  private static WatermarkKey both(WatermarkKey first, Value second, SchemeDialect dialect) {
    List<BigInteger> words = new ArrayList<>(first.words());
    words.addAll(Secrets.key(second, dialect.keyForm()).words());
    return WatermarkKey.of(words);
  }

  private static void requireFit(Fields fields, WatermarkScheme scheme, WatermarkKey key) {
    try {
      scheme.with(key);
    } catch (IllegalArgumentException e) {
      throw fields.fault(e);
    }
  }

  private static double decoyFraction(Fields fields, boolean packed) {
    Optional<Value> given = fields.optional("decoyFraction");
    if (given.isEmpty()) {
      return packed ? 1 : SEPARATE_DECOY_FRACTION;
    }
    double fraction = given.get().number();
    if (packed && fraction != 1) {
      throw given
          .get()
          .fault("must be 1 where decoys cover every output, as for lefthash, but is " + fraction);
    }
    if (!packed && !(fraction > 0 && fraction <= SEPARATE_DECOY_FRACTION)) {
      throw given
          .get()
          .fault("must be within (0, %s] but is %s".formatted(SEPARATE_DECOY_FRACTION, fraction));
    }
    return fraction;
  }
}
