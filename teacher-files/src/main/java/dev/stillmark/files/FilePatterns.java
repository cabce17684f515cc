package dev.stillmark.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Files named in a list, relative to the file that lists them; a file name may be a pattern. */
final class FilePatterns {

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

  private static List<Path> filesOf(Value value) {
    String name = value.nonBlankText();
    Path path = Secrets.resolve(value, name);
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    Path directory = path.getParent() == null ? Path.of("") : path.getParent();
    if (name.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0) || !Files.isDirectory(directory)) {
      return List.of();
    }
    String pattern = name.substring(name.lastIndexOf('/') + 1);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
      List<Path> files = new ArrayList<>();
      found.forEach(file -> files.add(file));
      return files.stream().filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | PatternSyntaxException e) {
      throw value.fault("must name readable files but '%s' does not".formatted(value.shown()));
    }
  }
}
