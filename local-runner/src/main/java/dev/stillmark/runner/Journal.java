package dev.stillmark.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ingest has acknowledged of each file, so that a rerun need not send it again.
 *
 * <p>A last entry that was cut short is left out: sending an output twice changes nothing.
 */
final class Journal {

  private static final Pattern ENTRY =
      Pattern.compile("[0-9a-f]{64} [0-9a-f]{64} \\d{1,9} \\d{1,9}");

  /**
   * How far one file of one model has come.
   *
   * @param line the last line that was sent, 1-based; 0 where none was
   * @param accepted how many of its outputs ingest accepted
   */
  record Position(int line, int accepted) {}

  private final Path file;
  private final Map<String, Position> positions = new HashMap<>();

  private Journal(Path file) {
    this.file = file;
  }

  static Journal open(Path file) throws IOException {
    Journal journal = new Journal(file);
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      String complete = text.substring(0, text.lastIndexOf('\n') + 1);
      complete.lines().forEach(journal::read);
      Files.writeString(file, complete, StandardCharsets.US_ASCII);
    }
    return journal;
  }

  /**
   * @param fileDigest SHA-256 of the file's bytes
   */
  Position positionOf(String model, String fileDigest) {
    return positions.getOrDefault(key(model, fileDigest), new Position(0, 0));
  }

  void append(String model, String fileDigest, Position position) throws IOException {
    String key = key(model, fileDigest);
    positions.put(key, position);
    Files.write(
        file,
        List.of("%s %d %d".formatted(key, position.line(), position.accepted())),
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void read(String entry) {
    if (!ENTRY.matcher(entry).matches()) {
      throw new Fault("%s is damaged; delete the folder %s".formatted(file, parent()));
    }
    String[] parts = entry.split(" ", -1);
    positions.put(
        parts[0] + " " + parts[1],
        new Position(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
  }

  private Path parent() {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  private static String key(String model, String fileDigest) {
    return Sha256.of(model) + " " + fileDigest;
  }
}
