package dev.stillmark.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Golden vectors: JSON lines, gzipped or not, without the line of metadata. */
public final class GoldenFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenFile() {}

  /** A file of the repository's own test resources. */
  public static List<JsonNode> own(String name) {
    String resource = "/golden/" + name;
    InputStream stream = GoldenFile.class.getResourceAsStream(resource);
    return read(Objects.requireNonNull(stream, resource), name);
  }

  /** A file beside the repository; only for tests tagged {@code shared-data}. */
  public static List<JsonNode> shared(String name) {
    Path file = Path.of(System.getProperty("stillmark.sharedData"), "golden", name);
    try {
      return read(Files.newInputStream(file), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> read(InputStream stream, String name) {
    try (InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().map(GoldenFile::parse).filter(row -> !row.has("meta")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
