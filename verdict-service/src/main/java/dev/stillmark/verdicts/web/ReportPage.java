package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stored report as one page that needs nothing else: no script, no font, no image. */
@Singleton
final class ReportPage {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final DateTimeFormatter ISSUED =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Template template;
  private final String style;

  ReportPage(@Location("report.html") Template template) {
    this.template = template;
    this.style = load("/report.css");
  }

  /** The source of the only style that the page has, for a content security policy. */
  String styleHash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Renders exactly what is stored. */
  String render(String body, String sha256) {
    Map<String, Object> report;
    try {
      report = MAPPER.readValue(body, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what this module wrote", e);
    }
    for (Object verdict : list(report.get("verdicts"))) {
      complete(map(verdict));
    }
    return template
        .data("report", report)
        .data("issuedText", issued(String.valueOf(report.get("issuedAt"))))
        .data("notShown", notShown(list(report.get("notShown"))))
        .data("sha256", sha256)
        .data("style", new RawString(style))
        .render();
  }

  private static void complete(Map<String, Object> verdict) {
    verdict.put("word", FindingWords.word(verdict));
    verdict.put("headline", FindingWords.headline(verdict));
    verdict.putIfAbsent("failedControls", List.of());
    double threshold = number(verdict.get("log10Threshold"));
    for (Object item : list(verdict.get("findings"))) {
      Map<String, Object> finding = map(item);
      finding.put("title", FindingWords.title(finding));
      finding.put("seen", FindingWords.seen(finding));
      finding.put("worth", FindingWords.worth(finding));
      finding.put("effectWords", FindingWords.effect(finding));
      if ("watermark".equals(finding.get("kind"))) {
        finding.put("chart", EvidenceChart.of(list(finding.get("curve")), threshold));
      }
    }
  }

  private static String issued(String instant) {
    return ISSUED.format(Instant.parse(instant));
  }

  /** The word before the colon is what a reader looks for. */
  private static List<Map<String, String>> notShown(List<?> sentences) {
    return sentences.stream()
        .map(sentence -> String.valueOf(sentence).split(": ", 2))
        .map(halves -> Map.of("what", halves[0], "why", halves[halves.length - 1]))
        .toList();
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String load(String resource) {
    try (InputStream in = ReportPage.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the page's style is part of this module", e);
    }
  }
}
