package dev.stillmark.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Files named in a list or on a command line; a file name may be a pattern, and on a command line a
 * folder stands for its files of JSON lines.
 */
public final class FilePatterns {

  private static final String JSON_LINES = "*.{jsonl,ndjson,jsonl.gz,ndjson.gz}";

  private FilePatterns() {}

  /** The files, each pattern's in the order of their names; a name without a file is a fault. */
  static List<Path> resolve(Value value) {
    List<Path> files = new ArrayList<>();
    for (Value one : value.oneOrMore()) {
      List<Path> found = filesOf(one);
      if (found.isEmpty()) {
        throw one.fault("must name at least one file but '%s' names none".formatted(one.shown()));
      }
      found.stream().filter(file -> !files.contains(file)).forEach(files::add);
    }
    return List.copyOf(files);
  }

  /**
   * The same for names on a command line. A plain name without a file stays: who reads it reports
   * it beside the others. Throws {@link InputFault} where a pattern or folder names none.
   */
  public static List<Path> expand(List<String> names) {
    Set<Path> files = new LinkedHashSet<>();
    for (String name : names) {
      try {
        files.addAll(expand(name));
      } catch (InvalidPathException e) {
        throw new InputFault(Path.of("FILE"), null, null, "must be a path");
      }
    }
    return List.copyOf(files);
  }

  private static List<Path> expand(String name) {
    Path path = Path.of(name);
    boolean isFolder = Files.isDirectory(path);
    if (!isFolder && (Files.exists(path) || !isPattern(name))) {
      return List.of(path);
    }
    try {
      List<Path> found =
          isFolder ? matching(path, JSON_LINES) : matching(folderOf(path), lastName(name));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException | PatternSyntaxException e) {
      throw new InputFault(path, null, null, "must name readable files");
    }
    throw new InputFault(path, null, null, "must name at least one file");
  }

  private static List<Path> filesOf(Value value) {
    String name = value.nonBlankText();
    Path path = Secrets.resolve(value, name);
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    Path folder = folderOf(path);
    if (!isPattern(name) || !Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      return matching(folder, lastName(name));
    } catch (IOException | PatternSyntaxException e) {
      throw value.fault("must name readable files but '%s' does not".formatted(value.shown()));
    }
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static Path folderOf(Path path) {
    return path.getParent() == null ? Path.of("") : path.getParent();
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** In the order of their names. */
  private static List<Path> matching(Path folder, String pattern) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files.stream().filter(Files::isRegularFile).sorted().toList();
  }
}
