package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ingest promises, over whichever broker. */
abstract class IngestContract {

  private static final int MAX_LINES = 20_000;
  private static final int MAX_BODY_BYTES = 30_000_000;
  private static final int MAX_RECORD_BYTES = 400_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD =
      "{\"collection\":\"c1\",\"promptId\":\"p%d\",\"prompt\":\"Say\",\"output\":\"text %d\"}";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TestHTTPResource("/")
  URI root;

  /** Limits that a test can reach. */
  static Map<String, String> settings(String bootstrapServers) {
    return Map.of(
        "kafka.bootstrap.servers",
        bootstrapServers,
        "stillmark.ingest.max-lines",
        String.valueOf(MAX_LINES),
        "stillmark.ingest.max-body-bytes",
        String.valueOf(MAX_BODY_BYTES),
        "stillmark.ingest.max-record-bytes",
        String.valueOf(MAX_RECORD_BYTES));
  }

  @Test
  void accepts_outputs_and_reports_duplicates_and_rejections_in_order() throws Exception {
    HttpResponse<String> response =
        post("order", good(1) + "\n\n" + good(1) + "\n{\"collection\":\"c1\"}\r\n" + good(2));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    List<JsonNode> lines = lines(response);
    assertThat(lines.subList(0, 4).stream().map(line -> line.at("/line").asInt()))
        .containsExactly(1, 3, 4, 5);
    assertThat(lines.subList(0, 4).stream().map(line -> line.at("/status").asText()))
        .containsExactly("accepted", "duplicate", "rejected", "accepted");
    assertThat(lines.get(0).at("/outputId")).isEqualTo(lines.get(1).at("/outputId"));
    assertThat(lines.get(2).at("/error/rule").asText()).isEqualTo("missing");
    assertThat(lines.get(4).at("/summary/lines").asInt()).isEqualTo(4);
    assertThat(lines.get(4).at("/summary/accepted").asInt()).isEqualTo(2);
  }

  @Test
  void what_it_accepts_is_in_kafka_by_the_time_it_answers() throws Exception {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    HttpResponse<String> response =
        send(
            request("stored")
                .header("traceparent", trace)
                .POST(BodyPublishers.ofString(good(1) + "\n" + good(2)))
                .build());

    List<JsonNode> answer = lines(response);
    List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, "stored");
    assertThat(records).hasSize(3);
    assertThat(records.stream().map(record -> Records.header(record, "ce_type")))
        .containsExactlyInAnyOrder(
            "SuspectOutputCaptured", "SuspectOutputCaptured", "CollectionAccepted");
    assertThat(records.stream().map(record -> Records.header(record, "traceparent")))
        .containsOnly(trace);
    assertThat(records.stream().map(Records::outputId).filter(id -> !id.isEmpty()))
        .containsExactlyInAnyOrder(
            answer.get(0).at("/outputId").asText(), answer.get(1).at("/outputId").asText());
    JsonNode closing = Records.closing(records);
    assertThat(closing.at("/accepted").asInt()).isEqualTo(2);
    assertThat(closing.at("/requestId")).isEqualTo(answer.get(2).at("/summary/requestId"));
  }

  @Test
  void says_per_collection_what_was_accepted() throws Exception {
    post("collections", good(1) + "\n" + good(2).replace("c1", "c2") + "\n" + good(1));

    List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, "collections");
    assertThat(records).hasSize(4);
    assertThat(
            records.stream()
                .filter(record -> Records.header(record, "ce_type").equals("CollectionAccepted"))
                .map(record -> record.key() + " " + Records.json(record).at("/accepted").asInt()))
        .containsExactly("collections#0 1", "collections#0 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | invalid-json",
        "{\"collection\":null,\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"o\"} | missing",
        "{\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"o\"} | missing",
        "{\"colection\":\"c\",\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"o\"} |"
            + " unknown-field",
      })
  void a_bad_line_is_named_and_leaves_the_others_unharmed(String bad, String rule)
      throws Exception {
    HttpResponse<String> response = post("bad", good(1) + "\n" + bad + "\n" + good(2));

    assertOnlyTheSecondIsRejected(response, rule);
  }

  @Test
  void a_line_of_ten_megabytes_loses_nothing_else() throws Exception {
    String line = "{\"collection\":\"" + "x".repeat(10_000_000) + "\"}";

    HttpResponse<String> response = post("long", good(1) + "\n" + line + "\n" + good(2));

    assertOnlyTheSecondIsRejected(response, "line-too-long");
  }

  @Test
  void nesting_of_a_hundred_thousand_loses_nothing_else() throws Exception {
    HttpResponse<String> response =
        post("deep", good(1) + "\n" + "[".repeat(100_000) + "\n" + good(2));

    assertOnlyTheSecondIsRejected(response, "too-deep");
  }

  @Test
  void invalid_utf_8_loses_nothing_else() throws Exception {
    byte[] body = (good(1) + "\n{\"\u00ff\":1}\n" + good(2)).getBytes(StandardCharsets.ISO_8859_1);

    HttpResponse<String> response =
        send(request("utf8").POST(BodyPublishers.ofByteArray(body)).build());

    assertOnlyTheSecondIsRejected(response, "invalid-utf8");
  }

  @Test
  void a_long_stream_is_accepted_to_its_last_line() throws Exception {
    String text = "word ".repeat(240);
    Stream<String> body =
        IntStream.range(0, 20_000).mapToObj(i -> good(i).replace("text", text) + "\n");

    HttpResponse<String> response = send(request("stream").POST(streamed(body)).build());

    assertThat(response.statusCode()).isEqualTo(202);
    List<JsonNode> answer = lines(response);
    assertThat(answer).hasSize(20_001);
    assertThat(answer.getLast().at("/summary/accepted").asInt()).isEqualTo(20_000);
    assertThat(answer.get(19_999).at("/line").asInt()).isEqualTo(20_000);
  }

  @Test
  void a_gzip_body_is_understood() throws Exception {
    HttpResponse<String> response = postGzip("zipped", good(1).getBytes(StandardCharsets.UTF_8));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(lines(response).getFirst().at("/status").asText()).isEqualTo("accepted");
  }

  @Test
  void a_gzip_body_that_expands_without_end_is_a_problem() throws Exception {
    assertProblem(postGzip("bomb", new byte[20_000_000]), 413, "gzip-ratio");
  }

  @Test
  void a_body_that_is_not_gzip_though_it_says_so_is_a_problem() throws Exception {
    HttpRequest request =
        request("nozip")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString(good(1)))
            .build();

    assertProblem(send(request), 400, "invalid-gzip");
  }

  @Test
  void an_encoding_or_a_media_type_that_it_does_not_know_is_a_problem() throws Exception {
    HttpRequest brotli =
        request("s")
            .header("Content-Encoding", "br")
            .POST(BodyPublishers.ofString(good(1)))
            .build();
    HttpRequest json =
        HttpRequest.newBuilder(outputsOf("s"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(good(1)))
            .build();

    assertProblem(send(brotli), 415, "content-encoding");
    assertProblem(send(json), 415, "content-type");
  }

  @Test
  void a_body_without_a_readable_line_is_a_problem_that_lists_the_lines() throws Exception {
    HttpResponse<String> response = post("unreadable", "nothing\n\n[1]\n");

    assertProblem(response, 400, "no-readable-line");
    JsonNode errors = JSON.readTree(response.body()).at("/errors");
    assertThat(errors).hasSize(2);
    assertThat(errors.at("/1/line").asInt()).isEqualTo(3);
    assertThat(errors.at("/1/rule").asText()).isEqualTo("not-an-object");
  }

  @Test
  void an_empty_body_is_a_problem() throws Exception {
    assertProblem(post("empty", ""), 400, "empty-body");
    assertProblem(post("empty", " \n\r\n"), 400, "empty-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "a%00b", "%ff", "a%c3", "%ef%bf%bd"})
  void a_suspect_without_a_usable_name_is_a_problem(String suspect) throws Exception {
    assertProblem(post(suspect, good(1)), 400, "invalid-suspect");
  }

  @Test
  void too_many_lines_are_a_problem_and_what_came_before_stays_reconcilable() throws Exception {
    String body =
        IntStream.range(0, MAX_LINES + 1)
            .mapToObj(IngestContract::good)
            .collect(Collectors.joining("\n"));

    assertProblem(post("many", body), 413, "too-many-lines");

    List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, "many");
    assertThat(Records.closing(records).at("/accepted").asInt()).isEqualTo(MAX_LINES);
    assertThat(records).hasSize(MAX_LINES + 1);
  }

  @Test
  void a_body_past_the_limit_is_a_problem_and_what_came_before_stays_reconcilable()
      throws Exception {
    String text = "word ".repeat(20_000);
    Stream<String> body =
        IntStream.range(0, 2 + MAX_BODY_BYTES / text.length())
            .mapToObj(i -> good(i).replace("text", text) + "\n");

    assertProblem(send(request("big").POST(streamed(body)).build()), 413, "body-too-large");

    List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, "big");
    assertThat(Records.closing(records).at("/accepted").asInt()).isEqualTo(records.size() - 1);
  }

  @Test
  void an_output_too_large_for_a_record_loses_nothing_else() throws Exception {
    String large = good(3).replace("text", "x".repeat(MAX_RECORD_BYTES));

    HttpResponse<String> response = post("large", good(1) + "\n" + large + "\n" + good(2));

    assertOnlyTheSecondIsRejected(response, "record-too-large");
  }

  @Test
  void requests_at_the_same_time_get_their_own_answers() throws Exception {
    List<String> suspects = List.of("together-1", "together-2", "together-3");
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (String suspect : suspects) {
        Stream<String> body = IntStream.range(0, 3_000).mapToObj(i -> good(i) + "\n");
        HttpRequest request = request(suspect).POST(streamed(body)).build();
        responses.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
      }
      for (CompletableFuture<HttpResponse<String>> response : responses) {
        JsonNode summary = lines(response.get()).getLast();
        assertThat(summary.at("/summary/accepted").asInt()).isEqualTo(3_000);
      }
    }
    for (String suspect : suspects) {
      List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, suspect);
      assertThat(records).hasSize(3_001);
    }
  }

  @Test
  void a_client_that_leaves_in_mid_body_leaves_its_whole_lines_reconcilable() throws Exception {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String head =
          "POST /v1/suspects/leaver/outputs HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n";
      socket
          .getOutputStream()
          .write((head + good(1) + "\n" + good(2) + "\n{\"coll").getBytes(StandardCharsets.UTF_8));
      assertThat(awaitRecords("leaver", 2)).as("stored while the client is there").hasSize(2);
    }

    List<ConsumerRecord<String, byte[]>> records = awaitRecords("leaver", 3);

    assertThat(Records.closing(records).at("/accepted").asInt()).isEqualTo(2);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
  }

  private List<ConsumerRecord<String, byte[]>> awaitRecords(String suspect, int count)
      throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(30);
    List<ConsumerRecord<String, byte[]>> records = Records.of(bootstrapServers, suspect);
    while (records.size() < count && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      records = Records.of(bootstrapServers, suspect);
    }
    return records;
  }

  @Test
  void is_ready_and_describes_itself() throws Exception {
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/q/metrics").body()).contains("stillmark_ingest");
    assertThat(get("/q/openapi").body()).contains("application/x-ndjson", "\"202\"");
  }

  private void assertOnlyTheSecondIsRejected(HttpResponse<String> response, String rule)
      throws IOException {
    assertThat(response.statusCode()).isEqualTo(202);
    List<JsonNode> lines = lines(response);
    assertThat(lines.subList(0, 3).stream().map(line -> line.at("/status").asText()))
        .containsExactly("accepted", "rejected", "accepted");
    assertThat(lines.get(1).at("/error/rule").asText()).isEqualTo(rule);
    assertThat(lines.get(3).at("/summary/rejected").asInt()).isEqualTo(1);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String slug)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.at("/type").asText()).endsWith("/problems/" + slug);
    assertThat(problem.at("/traceId").asText()).matches("[0-9a-f]{32}");
  }

  private static String good(int number) {
    return GOOD.formatted(number, number);
  }

  private HttpResponse<String> post(String suspect, String body) throws Exception {
    return send(request(suspect).POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String suspect) {
    return HttpRequest.newBuilder(outputsOf(suspect))
        .header("Content-Type", "application/x-ndjson");
  }

  private URI outputsOf(String suspect) {
    return root.resolve("/v1/suspects/" + suspect + "/outputs");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(root.resolve(path)).build());
  }

  private HttpResponse<String> postGzip(String suspect, byte[] body) throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }
    return send(
        request(suspect)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(compressed.toByteArray()))
            .build());
  }

  private static HttpRequest.BodyPublisher streamed(Stream<String> lines) {
    return BodyPublishers.ofByteArrays(
        lines.map(line -> line.getBytes(StandardCharsets.UTF_8))::iterator);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static List<JsonNode> lines(HttpResponse<String> response) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.body().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
