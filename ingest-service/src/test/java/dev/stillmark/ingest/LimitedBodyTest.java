package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.service.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

  private static final IngestConfig LIMITS =
      Configs.with(
          Map.of(
              "stillmark.ingest.max-body-bytes", "100000",
              "stillmark.ingest.max-gzip-ratio", "10",
              "stillmark.ingest.gzip-ratio-grace-bytes", "50000"));

  @Test
  void lets_a_body_of_just_the_limit_through_and_no_byte_more() throws IOException {
    assertThat(plain(100_000).readAllBytes()).hasSize(100_000);
    assertThatThrownBy(() -> plain(100_001).readAllBytes()).satisfies(is("body-too-large"));
  }

  @Test
  void counts_the_body_after_decompression() throws IOException {
    byte[] noise = new byte[100_001];
    new Random(1).nextBytes(noise);

    assertThatThrownBy(() -> gunzip(noise).readAllBytes()).satisfies(is("body-too-large"));
  }

  @Test
  void stops_at_the_gzip_ratio_only_after_the_grace() throws IOException {
    assertThat(gunzip(new byte[50_000]).readAllBytes()).hasSize(50_000);
    assertThatThrownBy(() -> gunzip(new byte[50_001]).readAllBytes()).satisfies(is("gzip-ratio"));
  }

  private static java.util.function.Consumer<Throwable> is(String slug) {
    return failure ->
        assertThat(((ProblemException) failure).problem().type()).endsWith("/problems/" + slug);
  }

  private static LimitedBody plain(int bytes) {
    return LimitedBody.plain(new ByteArrayInputStream(new byte[bytes]), LIMITS);
  }

  private static LimitedBody gunzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return LimitedBody.gunzip(new ByteArrayInputStream(compressed.toByteArray()), LIMITS);
  }
}
