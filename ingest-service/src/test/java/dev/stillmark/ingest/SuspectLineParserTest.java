package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectLineParserTest {

  private static final String MINIMAL =
      "{\"collection\":\"c\",\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"secret words\"%s}";

  private final SuspectLineParser parser = new SuspectLineParser(Configs.defaults());

  @Test
  void reads_every_field() throws LineRejection {
    SuspectLine line =
        parse(
            with(
                ",\"sample\":2147483647,\"collectedAt\":\"2026-11-24T11:00:00.5+01:00\","
                    + "\"source\":\"https://api\",\"sampling\":{\"temperature\":0.70,\"greedy\":false,"
                    + "\"stop\":\"###\"},\"tokens\":{\"tokenizer\":\"cl100k_base\","
                    + "\"promptIds\":[],\"outputIds\":[1,-9223372036854775808]}"));

    assertThat(line.sample()).isEqualTo(Integer.MAX_VALUE);
    assertThat(line.collectedAt()).isEqualTo("2026-11-24T10:00:00.500Z");
    assertThat(line.source()).isEqualTo("https://api");
    assertThat(line.sampling())
        .isEqualTo(Map.of("temperature", "0.70", "greedy", "false", "stop", "###"));
    assertThat(line.tokens().promptIds()).isEmpty();
    assertThat(line.tokens().outputIds()).isEqualTo(List.of(1L, Long.MIN_VALUE));
  }

  @Test
  void takes_null_for_an_optional_field_as_absent() throws LineRejection {
    assertThat(parse(with(",\"sample\":null,\"tokens\":null,\"source\":null")))
        .isEqualTo(parse(with("")));
  }

  @Test
  void takes_a_blank_output_where_token_ids_say_what_was_generated() throws LineRejection {
    String line =
        with(",\"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[7]}")
            .replace("secret words", "");

    assertThat(parse(line).output()).isEmpty();
  }

  @Test
  void takes_any_character_in_prompts_and_outputs() throws LineRejection {
    String line = with("").replace("secret words", "\\u0000\\u001b \\ud83c\\udf0a 🌊");

    assertThat(parse(line).output()).isEqualTo("\u0000\u001b 🌊 🌊");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sample\":-1 | out-of-range | sample",
        "\"sample\":2147483648 | out-of-range | sample",
        "\"sample\":99999999999999999999 | out-of-range | sample",
        "\"sample\":1.0 | wrong-type | sample",
        "\"sample\":\"1\" | wrong-type | sample",
        "\"collectedAt\":\"2026-11-24\" | not-rfc-3339 | collectedAt",
        "\"collectedAt\":\"2026-02-30T10:00:00Z\" | not-rfc-3339 | collectedAt",
        "\"collectedAt\":\"2026-11-24T10:00:00\" | not-rfc-3339 | collectedAt",
        "\"collectedAt\":7 | wrong-type | collectedAt",
        "\"source\":\"a\\u0007\" | control-character | source",
        "\"sampling\":[] | wrong-type | sampling",
        "\"sampling\":{\"a\":{}} | wrong-type | sampling.a",
        "\"sampling\":{\"a\":null} | wrong-type | sampling.a",
        "\"sampling\":{\"\":1} | blank | sampling.",
        "\"tokens\":7 | wrong-type | tokens",
        "\"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[]} | missing | tokens.outputIds",
        "\"tokens\":{\"tokenizer\":\"t\",\"outputIds\":[]} | missing | tokens.promptIds",
        "\"tokens\":{\"promptIds\":[],\"outputIds\":[]} | missing | tokens.tokenizer",
        "\"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[1.5],\"outputIds\":[]} | wrong-type |"
            + " tokens.promptIds[0]",
        "\"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[1,9223372036854775808]} |"
            + " wrong-type | tokens.outputIds[1]",
        "\"tokens\":{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[],\"ids\":1} |"
            + " unknown-field | tokens.ids",
        "\"promptID\":\"p\" | unknown-field | promptID",
        "\"output\":\"again\" | duplicate-key | output",
        "\"source\":\"\\ud800\" | lone-surrogate | source"
      })
  void refuses_a_field_by_name_and_rule(String extra, String rule, String field) {
    LineRejection broken = refused(with("," + extra));

    assertThat(broken.rule().slug()).isEqualTo(rule);
    assertThat(broken.field()).isEqualTo(field);
    assertThat(broken.message()).doesNotContain("secret", "again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collection", "promptId", "prompt", "output"})
  void refuses_a_required_field_that_is_absent_null_or_of_another_type(String field) {
    String key = "\"" + field + "\":";

    assertThat(refused(with("").replace(key, "\"source\":")))
        .extracting(LineRejection::rule, LineRejection::field)
        .containsExactly(Rule.MISSING, field);
    assertThat(refused(with("").replaceFirst(key + "\"[a-z ]*\"", key + "null")))
        .extracting(LineRejection::rule, LineRejection::field)
        .containsExactly(Rule.MISSING, field);
    assertThat(refused(with("").replaceFirst(key + "\"[a-z ]*\"", key + "5")))
        .extracting(LineRejection::rule, LineRejection::field)
        .containsExactly(Rule.WRONG_TYPE, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collection", "promptId", "output"})
  void refuses_a_blank_name_or_output(String field) {
    String key = "\"" + field + "\":";

    assertThat(refused(with("").replaceFirst(key + "\"[a-z ]*\"", key + "\" \"")))
        .extracting(LineRejection::rule, LineRejection::field)
        .containsExactly(Rule.BLANK, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\u0000 | control-character",
        "a\\u009fb | control-character",
        "\\udc00 | lone-surrogate"
      })
  void refuses_a_name_that_cannot_be_stored(String name, String rule) {
    LineRejection broken = refused(with("").replace("\"p\"", "\"" + name + "\""));

    assertThat(broken.rule().slug()).isEqualTo(rule);
    assertThat(broken.field()).isEqualTo("promptId");
  }

  @Test
  void a_name_may_have_200_characters_and_no_more() throws LineRejection {
    assertThat(parse(with("").replace("\"p\"", "\"" + "🌊".repeat(200) + "\"")).promptId())
        .hasSize(400);
    assertThat(refused(with("").replace("\"p\"", "\"" + "x".repeat(201) + "\"")).rule())
        .isEqualTo(Rule.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | invalid-json",
        "{\"secret\":secret} | invalid-json",
        "{\"a\":NaN} | invalid-json",
        "{\"a\":1 | invalid-json",
        "{} {} | trailing-content",
        "{} secret | invalid-json",
        "[1] | not-an-object",
        "\"secret\" | not-an-object",
        "null | not-an-object",
        "{\"a\":{\"secret\":1,\"secret\":2}} | duplicate-key"
      })
  void refuses_what_is_no_json_object(String line, String rule) {
    LineRejection broken = refused(line);

    assertThat(broken.rule().slug()).isEqualTo(rule);
    assertThat(broken.rule().readable()).isFalse();
    assertThat(broken.message()).doesNotContain("secret");
  }

  @Test
  void refuses_nesting_of_a_hundred_thousand() {
    assertThat(refused("[".repeat(100_000)).rule()).isEqualTo(Rule.TOO_DEEP);
    assertThat(refused("{\"a\":".repeat(100_000)).rule()).isEqualTo(Rule.TOO_DEEP);
    assertThat(refused("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}").rule())
        .isEqualTo(Rule.UNKNOWN_FIELD);
  }

  @Test
  void refuses_a_number_of_a_thousand_digits() {
    assertThat(refused(with(",\"sample\":" + "9".repeat(1000))).rule())
        .isEqualTo(Rule.NUMBER_TOO_LONG);
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'};
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    byte[] cut = {'"', (byte) 0xe2, (byte) 0x82};

    assertThat(refused(overlong).message()).isEqualTo("not UTF-8 at byte 3");
    assertThat(refused(surrogate).rule()).isEqualTo(Rule.INVALID_UTF8);
    assertThat(refused(cut).rule()).isEqualTo(Rule.INVALID_UTF8);
  }

  @Test
  void shows_an_unknown_fields_name_short_and_escaped_with_the_nearest_known_one() {
    LineRejection broken = refused(with(",\"Promptid\\u001b\\n" + "x".repeat(100) + "\":1"));

    assertThat(broken.field()).isEqualTo("Promptid\\u{1b}\\u{a}" + "x".repeat(30) + "...");
    assertThat(refused(with(",\"promptid\":1")).message())
        .isEqualTo("no such field; the nearest known one is promptId");
  }

  private static String with(String extra) {
    return MINIMAL.replace("%s", extra);
  }

  private SuspectLine parse(String line) throws LineRejection {
    return parser.parse(line.getBytes(StandardCharsets.UTF_8));
  }

  private LineRejection refused(String line) {
    return refused(line.getBytes(StandardCharsets.UTF_8));
  }

  private LineRejection refused(byte[] line) {
    LineRejection broken = catchThrowableOfType(LineRejection.class, () -> parser.parse(line));
    assertThat(broken).isNotNull();
    return broken;
  }
}
