package dev.stillmark.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputIdentityTest {

  // Computed apart from this code with Python's hashlib: each text as its length (4 bytes, big
  // endian) and its UTF-8, the sample as 4 bytes, each id as 8.
  private static final String FULL =
      "c06a8d7407fbc02cd71bd5c8f25e04bc3ecd73757e6736e15763c6fb7ba2ab3c";
  private static final String BARE =
      "30954581b7f78244fe939f3fe59207438b25395fa574f5d26faffa612d69306d";
  private static final String DIGEST_OF_BOTH =
      "6563fb9741c1ee76e187ac890e0ac5c9d353ecfc3c22b568f8e5fd57e03c1207";

  private static final CapturedTokens TOKENS =
      new CapturedTokens(
          "cl100k_base", List.of(46L, 2149L), List.of(791L, 2080L, 374L, 5234L, 13L));

  @Test
  void is_the_digest_that_another_implementation_computes() {
    String full =
        OutputIdentity.of(
            "acme-7b",
            "2026-11-probe",
            "p-0001",
            2,
            "Describe the harbour.",
            "The sea is calm.\n\u0000Grüße, 海 🌊",
            TOKENS);
    String bare =
        OutputIdentity.of("acme-7b", "2026-11-probe", "p-0002", 0, "", "The sea is calm.", null);

    assertThat(full).isEqualTo(FULL);
    assertThat(bare).isEqualTo(BARE);
  }

  @Test
  void the_digest_of_a_set_does_not_depend_on_its_order() {
    assertThat(OutputIdentity.digestOf(List.of(FULL, BARE))).isEqualTo(DIGEST_OF_BOTH);
    assertThat(OutputIdentity.digestOf(List.of(BARE, FULL))).isEqualTo(DIGEST_OF_BOTH);
  }

  static Stream<String> idsOfOutputsThatDifferInOneField() {
    return Stream.of(
        OutputIdentity.of("t", "c", "p", 0, "q", "o", null),
        OutputIdentity.of("s", "d", "p", 0, "q", "o", null),
        OutputIdentity.of("s", "c", "r", 0, "q", "o", null),
        OutputIdentity.of("s", "c", "p", 1, "q", "o", null),
        OutputIdentity.of("s", "c", "p", 0, "r", "o", null),
        OutputIdentity.of("s", "c", "p", 0, "q", "p", null),
        OutputIdentity.of("s", "cp", "", 0, "q", "o", null),
        OutputIdentity.of("sc", "", "p", 0, "q", "o", null),
        OutputIdentity.of("s", "c", "p", 0, "", "qo", null),
        OutputIdentity.of("s", "c", "p", 0, "q", "o", tokens("t", 1, 2)),
        OutputIdentity.of("s", "c", "p", 0, "q", "o", tokens("u", 1, 2)),
        OutputIdentity.of("s", "c", "p", 0, "q", "o", tokens("t", 2, 2)),
        OutputIdentity.of("s", "c", "p", 0, "q", "o", tokens("t", 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("idsOfOutputsThatDifferInOneField")
  void differs_when_any_field_differs(String other) {
    assertThat(other)
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(OutputIdentity.of("s", "c", "p", 0, "q", "o", null));
    assertThat(idsOfOutputsThatDifferInOneField()).containsOnlyOnce(other);
  }

  @Test
  void half_a_surrogate_pair_has_an_identity_too() {
    String lone = OutputIdentity.of("s", "c", "p", 0, "\ud800", "\udc00 and \ud83c", null);

    assertThat(lone).matches("[0-9a-f]{64}");
  }

  private static CapturedTokens tokens(String tokenizer, long promptId, long outputId) {
    return new CapturedTokens(tokenizer, List.of(promptId), List.of(outputId));
  }
}
