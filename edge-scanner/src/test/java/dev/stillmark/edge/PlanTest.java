package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

  @TempDir private Path folder;

  @Test
  void says_how_many_outputs_a_collection_needs() throws IOException {
    Run run = Run.of("plan", "--scheme", scheme(), "--effect", "0.27", "--alpha", "1e-6");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).hasSize(1);
    assertThat(run.out().getFirst())
        .contains("\"law\":\"green-list 12564/50257\"", "\"distinctItems\":", "\"outputs\":");
  }

  @Test
  void says_the_same_as_a_table() throws IOException {
    Run run = Run.of("plan", "--scheme", scheme(), "--effect", "0.27", "--format", "text");

    assertThat(run.out()).hasSize(2);
    assertThat(run.out().getFirst()).startsWith("scheme ").contains("distinctItems", " outputs ");
    assertThat(run.out().getLast()).startsWith("kgw/transformers/lefthash  0.270000  ");
  }

  @Test
  void a_measured_share_takes_the_place_of_a_typical_one() throws IOException {
    Run typical = Run.of("plan", "--scheme", scheme(), "--effect", "0.27");
    Run measured =
        Run.of("plan", "--scheme", scheme(), "--effect", "0.27", "--distinct-share", "0.2");

    assertThat(typical.out().getFirst()).contains("\"distinctShare\":0.68");
    assertThat(measured.out().getFirst()).contains("\"distinctShare\":0.2");
  }

  @Test
  void refuses_an_effect_that_chance_alone_has() throws IOException {
    Run run = Run.of("plan", "--scheme", scheme(), "--effect", "0.2");

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).startsWith("stillmark: --effect must be within (0.24");
  }

  private String scheme() throws IOException {
    String json = "{\"scheme\":\"kgw\",\"vocabSize\":50257}";
    return Files.writeString(folder.resolve("scheme.json"), json).toString();
  }
}
