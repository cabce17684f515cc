package dev.stillmark.edge;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.validity.BigramModel;
import dev.stillmark.detection.validity.FalsePositiveTable;
import dev.stillmark.detection.validity.PeekingTable;
import dev.stillmark.detection.validity.PowerTable;
import dev.stillmark.detection.validity.TokenStream;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.files.FieldMapping;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.OutputRow;
import dev.stillmark.files.OutputRows;
import dev.stillmark.files.Row;
import dev.stillmark.files.RowFault;
import dev.stillmark.files.SchemeFile;
import dev.stillmark.files.SchemeFile.LoadedScheme;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Measures error rates and power of schemes on texts at hand and prints them. */
final class Validity {

  private static final double[] ALPHAS = {0.05, 0.01, 0.001};
  private static final double PEEKING_ALPHA = 0.01;
  private static final double POWER_ALPHA = 1e-6;
  private static final double[] DOSES = {0, 0.01, 0.02, 0.05, 0.1, 0.5};
  private static final int TRIALS = 200;
  private static final int OUTPUTS = 150;
  private static final int OUTPUT_TOKENS = 100;

  private final ValidityRequest request;
  private final ValidityReport tables;
  private final PrintStream err;
  private final Map<String, List<long[]>> textsByTokenizer = new HashMap<>();

  Validity(ValidityRequest request, PrintStream out, PrintStream err) {
    this.request = request;
    this.tables = ValidityReport.of(request.format(), out);
    this.err = err;
  }

  ExitStatus run() {
    List<LoadedScheme> schemes = request.schemes().stream().map(SchemeFile::load).toList();
    for (int i = 0; i < schemes.size(); i++) {
      if (schemes.get(i).tokenizer() == null) {
        throw new InputFault(request.schemes().get(i), null, "tokenizer", "must be there");
      }
    }
    for (LoadedScheme loaded : schemes) {
      Tokenizer tokenizer = loaded.tokenizer();
      if (tokenizer != null) {
        measure(
            loaded.scheme(), texts(tokenizer), vocabularySize(loaded.scheme().law(), tokenizer));
      }
    }
    return ExitStatus.NOTHING_FOUND;
  }

  private void measure(WatermarkScheme scheme, List<long[]> texts, int vocabularySize) {
    TokenStream stream = TokenStream.of(texts);
    int[] lengths =
        Arrays.stream(request.lengths()).filter(length -> length <= stream.length()).toArray();
    if (lengths.length == 0) {
      throw new OptionFault(
          "lengths must be within 1..%d, the tokens of the texts".formatted(stream.length()));
    }
    List<WatermarkKey> keys = keys(scheme);
    int longest = Arrays.stream(lengths).max().orElseThrow();
    err.println("stillmark: " + scheme.label() + ": false positives");
    tables.print(FalsePositiveTable.of(scheme, keys, stream, lengths, ALPHAS));
    err.println("stillmark: " + scheme.label() + ": peeking");
    int[] looks = Arrays.stream(request.looks()).filter(number -> number <= longest).toArray();
    tables.print(PeekingTable.of(scheme, keys, stream, longest, looks, PEEKING_ALPHA));
    if (scheme instanceof Embeddable embeddable) {
      err.println("stillmark: " + scheme.label() + ": power");
      tables.print(power(embeddable, keys.getFirst(), texts, vocabularySize));
    }
  }

  /** That of the scheme, which may be padded; the tokenizer's where the scheme has none. */
  private static int vocabularySize(NullLaw law, Tokenizer tokenizer) {
    return switch (law) {
      case NullLaw.GreenList green -> green.vocabularySize();
      case NullLaw.FixedList fixed -> fixed.vocabularySize();
      case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _, NullLaw.Bits _ ->
          tokenizer.vocabularySize();
    };
  }

  private List<WatermarkKey> keys(WatermarkScheme scheme) {
    SplittableRandom random = new SplittableRandom(request.seed());
    return Stream.generate(() -> scheme.drawKey(random::nextLong)).limit(request.keys()).toList();
  }

  private PowerTable power(
      Embeddable scheme, WatermarkKey key, List<long[]> texts, int vocabularySize) {
    BigramModel model = BigramModel.of(texts, vocabularySize);
    SplittableRandom random = new SplittableRandom(request.seed() + 1);
    Embedder embedder = scheme.embedder(key);
    List<long[]> marked =
        Stream.generate(() -> model.write(OUTPUT_TOKENS, embedder, random)).limit(OUTPUTS).toList();
    List<long[]> unmarked =
        Stream.generate(() -> model.write(OUTPUT_TOKENS, BigramModel.UNMARKED, random))
            .limit(OUTPUTS)
            .toList();
    return PowerTable.of(
        scheme.with(key), marked, unmarked, DOSES, OUTPUTS, TRIALS, POWER_ALPHA, random::nextLong);
  }

  private List<long[]> texts(Tokenizer tokenizer) {
    return textsByTokenizer.computeIfAbsent(tokenizer.name(), _ -> read(tokenizer));
  }

  private List<long[]> read(Tokenizer tokenizer) {
    List<long[]> texts = new ArrayList<>();
    for (Path file : request.texts()) {
      try (OutputRows rows = OutputRows.open(file, FieldMapping.DEFAULT, "")) {
        while (rows.hasNext()) {
          texts.add(tokenizer.encode(outputOf(rows.next())));
        }
      }
    }
    return texts;
  }

  /** A table over a part of the texts would be another table. */
  private static String outputOf(Row row) {
    return switch (row) {
      case OutputRow output -> output.output();
      case RowFault fault -> throw fault.asInputFault();
    };
  }
}
