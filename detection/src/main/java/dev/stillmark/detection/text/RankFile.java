package dev.stillmark.detection.text;

import com.knuddels.jtokkit.Encodings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;

/**
 * One of tiktoken's rank files, of which jtokkit's jar holds a copy: a line is a token in Base64, a
 * space and the token's rank.
 */
final class RankFile {

  private final byte[] file;
  private final byte[] pool;
  private final int[] ends;
  private int tokens;
  private int pooled;

  private RankFile(byte[] file) {
    this.file = file;
    pool = new byte[file.length];
    ends = new int[file.length / 4];
  }

  static ByteVocabulary vocabulary(String name) {
    return vocabulary(bytesOf(name + ".tiktoken"));
  }

  /** Throws IllegalArgumentException where ranks do not count up from 0. */
  static ByteVocabulary vocabulary(byte[] file) {
    return new RankFile(file).read();
  }

  private static byte[] bytesOf(String resource) {
    try (InputStream in = Encodings.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("jtokkit must hold %s but does not".formatted(resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteVocabulary read() {
    int line = 0;
    while (line < file.length) {
      int space = indexOf(' ', line);
      int end = indexOf('\n', space);
      add(line, space, end);
      line = end + 1;
    }
    return new ByteVocabulary(Arrays.copyOf(pool, pooled), Arrays.copyOf(ends, tokens));
  }

  private void add(int line, int space, int end) {
    int rank = rank(space + 1, end);
    if (rank != tokens) {
      throw new IllegalArgumentException(
          "ranks must count up from 0 but line %d has %d".formatted(tokens + 1, rank));
    }
    byte[] token = Base64.getDecoder().decode(Arrays.copyOfRange(file, line, space));
    System.arraycopy(token, 0, pool, pooled, token.length);
    pooled += token.length;
    ends[tokens++] = pooled;
  }

  private int rank(int from, int to) {
    int rank = 0;
    for (int i = from; i < to; i++) {
      rank = rank * 10 + file[i] - '0';
    }
    return rank;
  }

  private int indexOf(char wanted, int from) {
    int at = from;
    while (at < file.length && file[at] != wanted) {
      at++;
    }
    return at;
  }
}
