package dev.stillmark.edge;

import dev.stillmark.detection.radioactivity.Figures;
import dev.stillmark.detection.radioactivity.MultiKeyScan;
import dev.stillmark.detection.radioactivity.OpenModelScore;
import dev.stillmark.detection.radioactivity.PooledScore;
import dev.stillmark.detection.radioactivity.SequenceScore;
import dev.stillmark.detection.watermark.ContextSet;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.ScorablePositions;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.edge.ScoreRequest.Mode;
import dev.stillmark.edge.ScoreRequest.Unit;
import dev.stillmark.files.EditSchemeFile;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.SchemeFile;
import dev.stillmark.files.SchemeFile.LoadedScheme;
import dev.stillmark.files.TokenLine;
import dev.stillmark.files.TokenLines;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scores token ids as they are: each sequence, all of them together, and many keys. */
final class Score {

  private final ScoreRequest request;
  private final PrintStream out;
  private final PrintStream err;
  private int read;

  Score(ScoreRequest request, PrintStream out, PrintStream err) {
    this.request = request;
    this.out = out;
    this.err = err;
  }

  ExitStatus run() {
    Optional<EditSchemeFile.LoadedEditScheme> edit = EditSchemeFile.load(request.scheme());
    if (edit.isPresent()) {
      EditScore aligned = new EditScore(edit.get(), out);
      requireNothingPooled();
      read(request.ids(), aligned::print);
    } else {
      score(SchemeFile.load(request.scheme()));
    }
    return read == 0 ? ExitStatus.UNUSABLE_INPUT : ExitStatus.NOTHING_FOUND;
  }

  private void requireNothingPooled() {
    if (request.isPooled() || request.keys() != null || request.mode() == Mode.OPEN) {
      throw new InputFault(
          request.scheme(), null, "scheme", "aligns each text by itself: nothing can be pooled");
    }
  }

  private void score(LoadedScheme loaded) {
    WatermarkScheme scheme = loaded.scheme();
    scheme.requireKnownAnswers();
    WatermarkKey key = loaded.key();
    if (key == null && request.keys() == null) {
      throw new InputFault(request.scheme(), null, "key", "must be there");
    }
    ContextSet training = training(scheme);
    if (key != null) {
      scoreOne(scheme.with(key), training, units(loaded));
    }
    if (request.keys() != null) {
      scan(scheme, request.keys(), training);
    }
  }

  private static Unit units(LoadedScheme loaded) {
    return loaded.countsWindows() ? Unit.WINDOWS : Unit.HASH16;
  }

  private void scoreOne(KeyedScheme keyed, @Nullable ContextSet training, Unit unitOfFile) {
    Unit unit = request.unit() != null ? request.unit() : unitOfFile;
    ScoreJson json = new ScoreJson(keyed.scheme(), unit);
    switch (request.mode()) {
      case CLOSED -> closed(keyed, training, json);
      case OPEN -> open(keyed, json);
    }
  }

  private void closed(KeyedScheme keyed, @Nullable ContextSet training, ScoreJson json) {
    PooledScore pooled = new PooledScore(keyed, training);
    read(
        request.ids(),
        line -> {
          out.println(single(keyed, line, json));
          if (request.isPooled()) {
            pooled.add(line.ids(), line.promptIds());
          }
        });
    if (request.isPooled()) {
      out.println(json.pooled(pooled));
    }
  }

  private static String single(KeyedScheme keyed, TokenLine line, ScoreJson json) {
    try {
      return json.sequence(line.id(), SequenceScore.of(keyed, line.ids(), line.promptIds()));
    } catch (RefusedSequence e) {
      return ScoreJson.refused(line.id(), e.rule(), String.valueOf(e.getMessage()));
    }
  }

  private void open(KeyedScheme keyed, ScoreJson json) {
    OpenModelScore pooled = new OpenModelScore(keyed);
    read(
        request.ids(),
        line -> {
          OpenModelScore alone = new OpenModelScore(keyed);
          if (addTo(alone, line) && addTo(pooled, line)) {
            out.println(json.sequence(line.id(), alone.bySeed(), alone.byItem()));
          }
        });
    if (request.isPooled()) {
      out.println(json.pooled(pooled));
    }
  }

  private boolean addTo(OpenModelScore score, TokenLine line) {
    long[] predictions = line.argmaxNext();
    if (predictions == null || predictions.length != line.ids().length) {
      String message =
          "argmax_next must hold an id for each of the %d ids".formatted(line.ids().length);
      out.println(ScoreJson.refused(line.id(), "argmax-next", message));
      return false;
    }
    score.add(line.ids(), predictions);
    return true;
  }

  private void scan(WatermarkScheme scheme, Path keyFile, @Nullable ContextSet training) {
    List<WatermarkKey> keys = SchemeFile.keys(request.scheme(), scheme, keyFile);
    MultiKeyScan scan = new MultiKeyScan(scheme, training);
    boolean isOpen = request.mode() == Mode.OPEN;
    if (isOpen) {
      throw new InputFault(keyFile, null, null, "can be scanned with --mode closed only");
    }
    int before = read;
    read(request.ids(), line -> scan.add(line.ids(), line.promptIds()));
    read = Math.max(before, read - before);
    List<Figures> figures = scan.score(keys);
    ScoreJson.keys(figures).forEach(out::println);
  }

  private @Nullable ContextSet training(WatermarkScheme scheme) {
    Path file = request.training();
    if (file == null) {
      return null;
    }
    ContextSet contexts = new ContextSet(scheme.seedingContext());
    new TokenLines(file, this::report)
        .forEach(line -> contexts.addAll(ScorablePositions.withoutBos(scheme, line.ids())));
    if (contexts.isEmpty()) {
      throw new InputFault(file, null, null, "must hold at least one context");
    }
    return contexts;
  }

  private void read(Path file, Consumer<TokenLine> lines) {
    new TokenLines(file, this::report)
        .forEach(line -> {
          read++;
          lines.accept(line);
        });
  }

  private void report(InputFault fault) {
    err.println("stillmark: " + fault.getMessage());
  }
}
