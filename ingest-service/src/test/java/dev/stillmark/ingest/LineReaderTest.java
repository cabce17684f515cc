package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineReaderTest {

  @Test
  void numbers_lines_and_leaves_blank_ones_out() throws IOException {
    assertThat(read("one\n\n  \t\r\ntwo\r\n\nthree", 100))
        .containsExactly("1:one", "4:two\r", "6:three");
  }

  @Test
  void an_empty_stream_has_no_line() throws IOException {
    assertThat(read("", 100)).isEmpty();
    assertThat(read("\n\n", 100)).isEmpty();
  }

  @Test
  void a_line_of_just_the_limit_is_kept_and_one_byte_more_is_not() throws IOException {
    assertThat(read("12345\n123456\nab", 5)).containsExactly("1:12345", "2:6 bytes", "3:ab");
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_line() throws IOException {
    assertThat(read("\ufeff{}\n\ufeff{}", 100)).containsExactly("1:{}", "2:\ufeff{}");
  }

  @Test
  void a_line_of_a_gigabyte_costs_its_neighbours_nothing() throws IOException {
    LineReader lines = new LineReader(new Endless(1L << 30), 1000);

    Line line = lines.next();

    assertThat(line).isEqualTo(new Line.TooLong(1, 1L << 30));
    assertThat(lines.next()).isNull();
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splits_as_a_plain_split_does_wherever_the_network_cuts(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int number = 1; number <= 200; number++) {
      String line =
          "x".repeat(random.nextInt(5) == 0 ? random.nextInt(300_000) : random.nextInt(9));
      text.append(line).append('\n');
      if (line.length() > 100_000) {
        expected.add(number + ":" + line.length() + " bytes");
      } else if (!line.isEmpty()) {
        expected.add(number + ":" + line);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

    List<String> lines = readAll(new LineReader(new Dripping(bytes, random), 100_000));

    assertThat(lines).as("seed %d", seed).isEqualTo(expected);
  }

  private static List<String> read(String text, int maxLineBytes) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return readAll(new LineReader(new ByteArrayInputStream(bytes), maxLineBytes));
  }

  private static List<String> readAll(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(
          switch (line) {
            case Line.Whole whole ->
                whole.number() + ":" + new String(whole.bytes(), StandardCharsets.UTF_8);
            case Line.TooLong tooLong -> tooLong.number() + ":" + tooLong.length() + " bytes";
          });
    }
    return lines;
  }

  /** So many bytes without a line feed. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int read = (int) Math.min(left, length);
      java.util.Arrays.fill(target, offset, offset + read, (byte) 'x');
      left -= read;
      return read == 0 ? -1 : read;
    }
  }

  /** Hands out a few bytes at a time, as a network does. */
  private static final class Dripping extends ByteArrayInputStream {

    private final Random random;

    Dripping(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, 1 + random.nextInt(length));
    }
  }
}
