package dev.stillmark.edge;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.files.FieldMapping;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.OutputRow;
import dev.stillmark.files.OutputRows;
import dev.stillmark.files.Row;
import dev.stillmark.files.RowFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The outputs in files and standard input, one after the other.
 *
 * <p>What cannot be read goes to {@code faults}, one line each, and never stops the rest.
 */
final class InputFiles {

  private static final String COLLECTION = "scan";
  private static final List<String> BY_LINES =
      List.of(".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz");

  private final String suspect;
  private final @Nullable IdReader ids;
  private final InputStream standardInput;
  private final Consumer<ScannedOutput> outputs;
  private final Consumer<InputFault> faults;

  /**
   * @param ids how token ids beside a text are read, or null where they are left aside
   */
  InputFiles(
      String suspect,
      @Nullable IdReader ids,
      InputStream standardInput,
      Consumer<ScannedOutput> outputs,
      Consumer<InputFault> faults) {
    this.suspect = suspect;
    this.ids = ids;
    this.standardInput = standardInput;
    this.outputs = outputs;
    this.faults = faults;
  }

  void read(List<String> inputs) {
    for (String input : inputs) {
      try {
        read(input);
      } catch (InputFault e) {
        faults.accept(e);
      } catch (NoSuchFileException e) {
        faults.accept(new InputFault(Path.of(input), null, null, "must exist"));
      } catch (IOException e) {
        faults.accept(new InputFault(Path.of(input), null, null, "must be readable"));
      } catch (InvalidPathException e) {
        faults.accept(new InputFault(Path.of("FILE"), null, null, "must be a path"));
      }
    }
  }

  private void read(String input) throws IOException {
    if (input.equals("-")) {
      InputStream in = new BufferedInputStream(standardInput);
      readStream(Path.of(input), in, FirstLine.looksLikeJsonLines(in));
      return;
    }
    Path file = Path.of(input);
    if (Files.isDirectory(file)) {
      throw new InputFault(file, null, null, "must be a file but is a directory");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      readStream(file, in, BY_LINES.stream().anyMatch(input::endsWith));
    }
  }

  private void readStream(Path file, InputStream in, boolean byLines) throws IOException {
    if (byLines) {
      readLines(file, in);
    } else {
      String text = PlainText.read(file, in);
      outputs.accept(new ScannedOutput(file.toString(), null, observed("", 0, "", text, null)));
    }
  }

  private void readLines(Path file, InputStream in) throws IOException {
    FieldMapping fields = ids == null ? FieldMapping.DEFAULT : ids.mappingFor(file, in);
    try (OutputRows rows = OutputRows.of(file, in, fields, COLLECTION)) {
      while (rows.hasNext()) {
        accept(file, rows.next());
      }
    }
  }

  private void accept(Path file, Row row) {
    switch (row) {
      case RowFault fault ->
          faults.accept(new InputFault(file, fault.line(), fault.field(), fault.rule()));
      case OutputRow output ->
          outputs.accept(new ScannedOutput(file.toString(), output.line(), observed(output)));
    }
  }

  private ObservedOutput observed(OutputRow row) {
    CollectedTokens tokens = ids == null ? null : ids.tokensOf(row);
    return observed(
        row.collection(), row.promptId(), row.sample(), row.prompt(), row.output(), tokens);
  }

  private ObservedOutput observed(
      String promptId, int sample, String prompt, String output, @Nullable CollectedTokens tokens) {
    return observed(COLLECTION, promptId, sample, prompt, output, tokens);
  }

  private ObservedOutput observed(
      String collection,
      String promptId,
      int sample,
      String prompt,
      String output,
      @Nullable CollectedTokens tokens) {
    return new ObservedOutput(
        ContentIdentity.of(suspect, collection, promptId, sample, prompt, output, tokens),
        promptId,
        sample,
        prompt,
        output,
        tokens);
  }
}
