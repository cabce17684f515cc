package dev.stillmark.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Files of models' answers, each read once however often it is named.
 *
 * <p>What cannot be read goes to {@code faults} and never stops the rest.
 */
public final class AnswerFiles {

  private final Answers answers = new Answers();
  private final Map<Path, Set<String>> modelsByFile = new HashMap<>();
  private final Consumer<InputFault> faults;

  public AnswerFiles(Consumer<InputFault> faults) {
    this.faults = faults;
  }

  /** Everything read so far. */
  public Answers answers() {
    return answers;
  }

  /** The models with at least one answer in these files. */
  public Set<String> read(List<Path> files) {
    Set<String> models = new TreeSet<>();
    files.forEach(
        file -> models.addAll(modelsByFile.computeIfAbsent(realPath(file), _ -> read(file))));
    return models;
  }

  private Set<String> read(Path file) {
    Set<String> models = new TreeSet<>();
    try {
      new AnswerLines(file, faults)
          .forEach(line -> {
            answers.add(line);
            models.add(line.model());
          });
    } catch (InputFault e) {
      faults.accept(e);
    }
    return models;
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }
}
