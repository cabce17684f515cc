package dev.stillmark.detection.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The model whose owner asserts rights.
 *
 * @param released first public availability, or null where it is not known
 */
public record Teacher(String name, String vendor, @Nullable LocalDate released) {

  public Teacher {
    if (name.isBlank()) {
      throw new IllegalArgumentException("teacher must not be blank");
    }
  }
}
