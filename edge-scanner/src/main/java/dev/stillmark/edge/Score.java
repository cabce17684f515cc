package dev.stillmark.edge;

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
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scores token ids as they are: each sequence, all of them together, and many keys. */
final class Score {

  private final ScoreRequest request;
  private final InputStream in;
  private final Lines lines;
  private final PrintStream err;
  private int read;

  Score(ScoreRequest request, InputStream in, PrintStream out, PrintStream err) {
    this.request = request;
    this.in = in;
    this.lines = Lines.of(request.format(), out);
    this.err = err;
  }

  ExitStatus run() {
    Optional<EditSchemeFile.LoadedEditScheme> edit = EditSchemeFile.load(request.scheme());
    if (edit.isPresent()) {
      EditScore aligned = new EditScore(edit.get(), lines);
      requireNothingPooled();
      read(aligned::print);
    } else {
      score(SchemeFile.load(request.scheme()));
    }
    lines.end();
    if (read == 0) {
      err.println("stillmark: nothing could be read");
      return ExitStatus.UNUSABLE_INPUT;
    }
    return ExitStatus.NOTHING_FOUND;
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
    ScoreJson json = new ScoreJson(scheme, unit(loaded), key != null && scheme.isPublished(key));
    KeyedScheme keyed = key == null ? null : scheme.with(key);
    switch (request.mode()) {
      case CLOSED -> closed(scheme, keyed, training, json);
      case OPEN -> {
        if (keyed == null || request.keys() != null || training != null) {
          throw new OptionFault("mode open takes one key, and neither --keys nor --training");
        }
        open(keyed, json);
      }
    }
  }

  private Unit unit(LoadedScheme loaded) {
    Unit chosen = request.unit();
    return chosen != null ? chosen : loaded.countsWindows() ? Unit.WINDOWS : Unit.HASH16;
  }

  private void closed(
      WatermarkScheme scheme,
      @Nullable KeyedScheme keyed,
      @Nullable ContextSet training,
      ScoreJson json) {
    Path keyFile = request.keys();
    List<WatermarkKey> keys =
        keyFile == null ? List.of() : SchemeFile.keys(request.scheme(), scheme, keyFile);
    MultiKeyScan scan = new MultiKeyScan(scheme, training);
    PooledScore pooled = keyed == null ? null : new PooledScore(keyed, training);
    read(line -> {
      if (keyed != null) {
        lines.print(single(keyed, line, training, json));
      }
      if (pooled != null && request.isPooled()) {
        pooled.add(line.ids(), line.promptIds());
      }
      if (!keys.isEmpty()) {
        scan.add(line.ids(), line.promptIds());
      }
    });
    KeyScanJson.lines(scan.score(keys)).forEach(lines::print);
    if (pooled != null && request.isPooled()) {
      lines.print(json.pooled(pooled));
    }
  }

  private static String single(
      KeyedScheme keyed, TokenLine line, @Nullable ContextSet training, ScoreJson json) {
    try {
      return json.sequence(
          line.id(), SequenceScore.of(keyed, line.ids(), line.promptIds(), training));
    } catch (RefusedSequence e) {
      return ScoreJson.refused(line.id(), e.rule(), String.valueOf(e.getMessage()));
    }
  }

  private void open(KeyedScheme keyed, ScoreJson json) {
    OpenModelScore pooled = new OpenModelScore(keyed);
    read(line -> {
      OpenModelScore alone = new OpenModelScore(keyed);
      if (addTo(alone, line) && addTo(pooled, line)) {
        lines.print(json.sequence(line.id(), alone.bySeed(), alone.byItem()));
      }
    });
    if (request.isPooled()) {
      lines.print(json.pooled(pooled));
    }
  }

  private boolean addTo(OpenModelScore score, TokenLine line) {
    long[] predictions = line.argmaxNext();
    if (predictions == null || predictions.length != line.ids().length) {
      String message =
          "argmax_next must hold an id for each of the %d ids".formatted(line.ids().length);
      lines.print(ScoreJson.refused(line.id(), "argmax-next", message));
      return false;
    }
    score.add(line.ids(), predictions);
    return true;
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

  /** A file that cannot be read is reported and stops none of the others. */
  private void read(Consumer<TokenLine> reader) {
    Consumer<TokenLine> counted =
        line -> {
          read++;
          reader.accept(line);
        };
    for (String file : request.ids()) {
      TokenLines source = new TokenLines(Options.path("ids", file), this::report);
      try {
        if (file.equals("-")) {
          source.forEach(in, counted);
        } else {
          source.forEach(counted);
        }
      } catch (InputFault e) {
        report(e);
      }
    }
  }

  private void report(InputFault fault) {
    err.println("stillmark: " + fault.getMessage());
  }
}
