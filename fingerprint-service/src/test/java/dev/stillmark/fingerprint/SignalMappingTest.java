package dev.stillmark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignalMappingTest {

  private static final Teacher TEACHER = new Teacher("t", "v", LocalDate.of(2025, 3, 1));

  @Test
  void declares_every_public_part_of_a_green_list() {
    Descriptor descriptor =
        new Descriptor.Watermark(
            "id",
            TEACHER,
            "kgw",
            new NullLaw.GreenList(100, 25),
            1,
            "tok",
            "key",
            "c0",
            true,
            new DecoyPlan(9, 1, true));

    assertThat(SignalMapping.declared(descriptor))
        .isEqualTo(
            new DeclaredDetector(
                "id",
                "t",
                "v",
                "2025-03-01",
                new DeclaredDetector.Watermark(
                    "kgw", "green-list 25/100", 1, "tok", "key", "c0", true, 9, 1, true),
                null,
                null));
  }

  @Test
  void declares_phrases_and_canaries_in_their_own_sections() {
    Teacher undated = new Teacher("t", "v", null);

    assertThat(SignalMapping.declared(new Descriptor.Phrases("p", undated, "d", 4)))
        .isEqualTo(
            new DeclaredDetector(
                "p", "t", "v", null, null, new DeclaredDetector.Phrases("d", 4), null));
    assertThat(SignalMapping.declared(new Descriptor.Canaries("c", undated, "d", 4, 9, 2)))
        .isEqualTo(
            new DeclaredDetector(
                "c", "t", "v", null, null, null, new DeclaredDetector.Canaries("d", 4, 9, 2)));
  }

  @Test
  void a_signal_travels_as_encoded_evidence_sets() {
    EvidenceSet items = EvidenceSet.builder(1).add(1, 2, 3, 4).build();
    Signal signal =
        new Signal(
            new Descriptor.Phrases("p", TEACHER, "d", 4),
            items,
            EvidenceSet.empty(1),
            EvidenceSet.empty(2));

    ExtractedSignal extracted = SignalMapping.extracted(signal);

    assertThat(EvidenceSet.decode(Base64.getDecoder().decode(extracted.items()))).isEqualTo(items);
    assertThat(EvidenceSet.decode(Base64.getDecoder().decode(extracted.coverage())))
        .isEqualTo(EvidenceSet.empty(2));
  }

  @Test
  void collected_ids_come_along() {
    CapturedTokens tokens = new CapturedTokens("t", List.of(5L), List.of(-1L, 7L));

    var observed = SignalMapping.observed(Captures.of("p", "words", tokens));

    assertThat(Objects.requireNonNull(observed.tokens()).promptIds()).containsExactly(5);
    assertThat(observed.tokens().outputIds()).containsExactly(-1, 7);
  }
}
