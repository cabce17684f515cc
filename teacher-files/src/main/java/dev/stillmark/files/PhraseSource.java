package dev.stillmark.files;

import dev.stillmark.detection.signature.Phrase;
import dev.stillmark.detection.signature.PhraseList;
import dev.stillmark.detection.signature.PhraseMiner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A teacher's phrases: given as a list, or mined from its outputs against a background. */
final class PhraseSource {

  private static final int FILE_LIMIT = 64 << 20;
  private static final int DEFAULT_COUNT = 500;
  private static final List<String> KNOWN_OF_PHRASE = List.of("phrase", "logOdds");

  private PhraseSource() {}

  /** Empty where the file says nothing of phrases. */
  static Optional<PhraseList> of(Fields fields) {
    Optional<Value> given = fields.optional("phrases");
    Optional<Value> outputs = fields.optional("referenceOutputs");
    Optional<Value> background = fields.optional("background");
    if (given.isPresent()) {
      refuseBeside(outputs);
      refuseBeside(background);
      refuseBeside(fields.optional("phraseCount"));
      return Optional.of(listOf(given.get()));
    }
    if (outputs.isEmpty()) {
      background.ifPresent(value -> {
        throw value.fault("must stand beside referenceOutputs, whose background it is");
      });
      return Optional.empty();
    }
    return Optional.of(mine(fields, outputs.get(), background));
  }

  private static void refuseBeside(Optional<Value> other) {
    other.ifPresent(value -> {
      throw value.fault("must not stand beside phrases, which would leave it unused");
    });
  }

  private static PhraseList mine(Fields fields, Value outputs, Optional<Value> background) {
    Value against =
        background.orElseThrow(() ->
            outputs.fault(
                "must stand beside background: phrases mined against the reference panel"
                    + " itself would bias the ranks in that panel"));
    int most =
        fields
            .optional("phraseCount")
            .map(count -> (int) count.integerWithin(1, 1_000_000))
            .orElse(DEFAULT_COUNT);
    PhraseList mined =
        PhraseMiner.mine(
            new OutputTexts(OutputSource.read(outputs)),
            new OutputTexts(OutputSource.read(against)),
            most);
    if (mined.phrases().isEmpty()) {
      throw outputs.fault("must hold phrases that its background does not, but none was found");
    }
    return mined;
  }

  private static PhraseList listOf(Value given) {
    try {
      return new PhraseList(given.isList() ? inline(given) : file(given));
    } catch (IllegalArgumentException e) {
      throw given.fault("is refused: " + e.getMessage());
    }
  }

  private static List<Phrase> inline(Value given) {
    List<Phrase> phrases = new ArrayList<>();
    for (Value value : given.oneOrMore()) {
      Fields one = value.fields(KNOWN_OF_PHRASE);
      double logOdds = one.optional("logOdds").map(Value::number).orElse(1.0);
      phrases.add(phrase(value, one.required("phrase").nonBlankText(), logOdds));
    }
    return List.copyOf(phrases);
  }

  private static Phrase phrase(Value place, String text, double logOdds) {
    try {
      return new Phrase(text, logOdds);
    } catch (IllegalArgumentException e) {
      throw place.fault("is refused: " + e.getMessage());
    }
  }

  private static List<Phrase> file(Value given) {
    String name = given.nonBlankText();
    Path path =
        Secrets.resolve(given, name.startsWith("file:") ? name.substring("file:".length()) : name);
    try {
      List<Phrase> phrases = new ArrayList<>();
      int line = 0;
      for (String text :
          (Iterable<String>) InputBytes.readText(path, FILE_LIMIT).lines()::iterator) {
        line++;
        if (!text.isBlank()) {
          phrases.add(phraseLine(path, line, text));
        }
      }
      if (phrases.isEmpty()) {
        throw new InputFault(path, null, null, "must hold at least one phrase");
      }
      return List.copyOf(phrases);
    } catch (InputBytes.Unreadable e) {
      throw given.fault("names the file '%s', which %s".formatted(name, e.rule()));
    }
  }

  private static Phrase phraseLine(Path path, int line, String text) {
    int tab = text.indexOf('\t');
    if (tab < 1 || text.indexOf('\t', tab + 1) >= 0) {
      throw new InputFault(path, line, null, "must be a phrase, a tab and its log-odds");
    }
    try {
      return new Phrase(text.substring(0, tab), Double.parseDouble(text.substring(tab + 1)));
    } catch (NumberFormatException e) {
      throw new InputFault(path, line, null, "must end with the log-odds as a number");
    } catch (IllegalArgumentException e) {
      throw new InputFault(path, line, null, "is refused: " + e.getMessage());
    }
  }
}
