package dev.stillmark.edge;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.files.InputFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The evidence about one suspect as a file that merges: the same evidence gives the same bytes,
 * whatever was merged in what order.
 *
 * <p>The format is described in docs/evidence-format.md.
 */
public final class EvidenceFile {

  private final String suspect;
  private final Map<String, Evidence> byDetector;

  private EvidenceFile(String suspect, Map<String, Evidence> byDetector) {
    this.suspect = suspect;
    this.byDetector = byDetector;
  }

  /** Evidence of distinct detectors about one suspect. */
  public static EvidenceFile of(String suspect, List<Evidence> evidence) {
    Map<String, Evidence> byDetector = new TreeMap<>();
    for (Evidence one : evidence) {
      if (byDetector.put(one.descriptor().id(), one) != null) {
        throw new IllegalArgumentException(
            "evidence of %s must be given once".formatted(one.descriptor().id()));
      }
    }
    return new EvidenceFile(suspect, byDetector);
  }

  /** Reads {@code path}; throws {@link InputFault} if it is not an evidence file. */
  public static EvidenceFile read(Path path) {
    try {
      return EvidenceFormat.decode(Files.readAllBytes(path));
    } catch (IllegalArgumentException e) {
      throw new InputFault(path, null, null, "must be an evidence file but " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new InputFault(path, null, null, "must exist");
    } catch (IOException e) {
      throw new InputFault(path, null, null, "must be readable");
    }
  }

  /** The same, or nothing yet about {@code suspect}; another suspect's file is a fault. */
  static EvidenceFile readIfPresent(Path path, String suspect) {
    if (Files.notExists(path)) {
      return of(suspect, List.of());
    }
    EvidenceFile file = read(path);
    if (!file.suspect.equals(suspect)) {
      throw new InputFault(
          path, null, "suspect", "must be %s but is %s".formatted(suspect, file.suspect));
    }
    return file;
  }

  /** The union, detector by detector; both must be about the same suspect. */
  public EvidenceFile merge(EvidenceFile other) {
    if (!suspect.equals(other.suspect)) {
      throw new IllegalArgumentException(
          "evidence about %s cannot be merged with evidence about %s"
              .formatted(suspect, other.suspect));
    }
    Map<String, Evidence> all = new TreeMap<>(byDetector);
    other.byDetector.forEach((id, evidence) -> all.merge(id, evidence, Evidence::merge));
    return new EvidenceFile(suspect, all);
  }

  /** Replaces {@code path} at once: a reader sees the old file or the new one. */
  public void write(Path path) {
    Path target = path.toAbsolutePath();
    Path temporary = null;
    try {
      Path folder = target.getParent();
      temporary =
          Files.createTempFile(folder == null ? target : folder, ".stillmark-", ".evidence");
      Files.write(temporary, EvidenceFormat.encode(this));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary);
      throw new InputFault(path, null, null, "must be writable");
    }
  }

  private static void discard(@Nullable Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      temporary.toFile().deleteOnExit();
    }
  }

  public String suspect() {
    return suspect;
  }

  /** In the order of the detectors' ids. */
  public List<Evidence> evidence() {
    return List.copyOf(byDetector.values());
  }

  Optional<Evidence> evidenceOf(Descriptor descriptor) {
    return Optional.ofNullable(byDetector.get(descriptor.id()));
  }
}
