package dev.stillmark.runner;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Ends a command with one sentence for its user; never shown with a stack trace. */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Fault(String sentence) {
    super(sentence);
  }

  Fault(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What went wrong with files under {@code place}. */
  static Fault of(IOException failure, Path place) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("No space left on device")) {
      return new Fault("the disk that holds %s is full".formatted(place), failure);
    }
    if (failure instanceof AccessDeniedException || message.contains("Permission denied")) {
      return new Fault("%s must be writable but is not".formatted(place), failure);
    }
    if (failure instanceof FileSystemException files) {
      String reason = files.getReason() == null ? "could not be used" : files.getReason();
      return new Fault("%s: %s".formatted(files.getFile(), reason), failure);
    }
    return new Fault("%s could not be used: %s".formatted(place, message), failure);
  }
}
