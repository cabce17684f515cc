package dev.stillmark.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.SuspectOutputCaptured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest {

  private static final String TYPE = "SuspectOutputCaptured";

  private final RecordParser parser = new RecordParser(TestLimits.DEFAULT);

  @Test
  void reads_an_output_as_it_was_written() {
    SuspectOutputCaptured captured =
        Captures.of(
            "p", "words \uD83D\uDE00", new CapturedTokens("t", List.of(0L), List.of(1L, -1L)));

    assertThat(parser.parse(TYPE, Captures.bytes(captured)))
        .isEqualTo(new ReadRecord.Output(captured));
  }

  @Test
  void passes_on_what_a_request_accepted() {
    byte[] accepted = Captures.bytes(new CollectionAccepted(1, "r", "s", "c", 3, "0".repeat(64)));

    assertThat(parser.parse("CollectionAccepted", accepted)).isEqualTo(new ReadRecord.Passed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sample\":0 | \"sample\":\"0\" | invalid-field",
        "\"sample\":0 | \"sample\":0.5 | invalid-field",
        "\"sample\":0 | \"sample\":-1 | invalid-field",
        "\"sample\":0 | \"sample\":null | invalid-field",
        "\"sample\":0 | \"sample\":0,\"novel\":1 | invalid-field",
        "\"suspect\":\"suspect\" | \"suspect\":7 | invalid-field",
        "\"suspect\":\"suspect\" | \"suspect\":\" \" | invalid-field",
        "\"suspect\":\"suspect\" | \"suspect\":null | invalid-field",
        "\"output\":\"text\" | \"output\":null | invalid-field",
        "\"output\":\"text\" | \"output\":[] | invalid-field",
        "\"output\":\"text\" | \"output\":\"\\ud800\" | invalid-field",
        "\"output\":\"text\" | \"output\":\"other\" | wrong-output-id",
        "\"tokens\":null | \"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[null]} | invalid-field",
        "\"tokens\":null | \"tokens\":{\"tokenizer\":\"t\",\"outputIds\":[]} | invalid-field",
        "\"schemaVersion\":1 | \"schemaVersion\":2 | unknown-schema-version",
        "\"schemaVersion\":1 | \"schemaVersion\":\"1\" | unknown-schema-version",
        "\"schemaVersion\":1 | \"schemaVersion\":1,\"schemaVersion\":1 | invalid-json",
        "\"output\":\"text\" | \"output\":\"text | invalid-json",
      })
  void sets_aside_what_breaks_a_rule(String part, String changed, String rule) {
    String whole = new String(Captures.bytes(Captures.of("p", "text")), UTF_8);
    assertThat(whole).contains(part);

    ReadRecord read = parser.parse(TYPE, whole.replace(part, changed).getBytes(UTF_8));

    assertThat(((Quarantined) read).rule()).isEqualTo(rule);
  }

  @Test
  void keeps_what_could_be_read_so_that_collections_can_be_reconciled() {
    String whole = new String(Captures.bytes(Captures.of("p", "text")), UTF_8);

    Quarantined read =
        (Quarantined) parser.parse(TYPE, whole.replace("\"p\"", "null").getBytes(UTF_8));

    assertThat(read.suspect()).isEqualTo("suspect");
    assertThat(read.collection()).isEqualTo("c");
    assertThat(read.requestId()).isEqualTo("request");
    assertThat(read.outputId()).hasSize(64);
    assertThat(read.message()).isEqualTo("promptId must be a text of 1..1000 characters");
  }

  @Test
  void sets_aside_other_types_and_records_beyond_the_limits() {
    byte[] good = Captures.bytes(Captures.of("p", "text"));
    byte[] ids =
        Captures.bytes(
            Captures.of("p", "text", new CapturedTokens("t", List.of(), List.of(1L, 2L))));
    RecordParser narrow = new RecordParser(new TestLimits(good.length - 1, 64, 1));

    assertThat(rule(parser.parse("Novelty", good))).isEqualTo("unknown-type");
    assertThat(rule(parser.parse(null, good))).isEqualTo("unknown-type");
    assertThat(rule(parser.parse(TYPE, "[]".getBytes(UTF_8)))).isEqualTo("invalid-json");
    assertThat(rule(parser.parse(TYPE, "{} {}".getBytes(UTF_8)))).isEqualTo("invalid-json");
    assertThat(rule(narrow.parse(TYPE, good))).isEqualTo("too-long");
    assertThat(rule(new RecordParser(new TestLimits(1 << 20, 64, 1)).parse(TYPE, ids)))
        .isEqualTo("invalid-field");
    assertThat(rule(parser.parse(TYPE, new byte[0]))).isEqualTo("empty-payload");
  }

  private static String rule(ReadRecord read) {
    return ((Quarantined) read).rule();
  }
}
