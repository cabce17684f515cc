package dev.stillmark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files of limited size; why one cannot be read becomes a rule in words. */
final class InputBytes {

  /** A file cannot be read; the message follows the name of the file or field. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String rule) {
      super(rule);
    }

    String rule() {
      return String.valueOf(getMessage());
    }
  }

  private InputBytes() {}

  static byte[] read(Path path, int limit) throws Unreadable {
    if (Files.isDirectory(path)) {
      throw new Unreadable("must be a file but is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Unreadable("must be at most %d bytes long".formatted(limit));
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Unreadable("must exist");
    } catch (IOException e) {
      throw new Unreadable("must be readable");
    }
  }

  static String readText(Path path, int limit) throws Unreadable {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(path, limit))).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("must be valid UTF-8");
    }
  }
}
