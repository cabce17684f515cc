package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidityTest {

  @TempDir private Path folder;

  @Test
  void prints_error_rates_peeking_and_power_as_tables() throws IOException {
    String scheme =
        write("s.json", "{\"scheme\":\"unigram\",\"vocabSize\":50257,\"tokenizer\":\"r50k_base\"}");

    Run run =
        Run.of(
            "validity",
            "--scheme",
            scheme,
            "--texts",
            texts(),
            "--keys",
            "20",
            "--lengths",
            "50,200",
            "--looks",
            "1,10",
            "--format",
            "text");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out())
        .contains("### unigram/unigram-repo", "20 wrong keys.")
        .anyMatch(line -> line.startsWith("| tokens | distinct | naive z > 4 |"))
        .anyMatch(line -> line.startsWith("| 200 |"))
        .anyMatch(line -> line.startsWith("| tokens | windows | sd of z | z > 4 | draws |"))
        .anyMatch(line -> line.startsWith("| looks |"))
        .anyMatch(line -> line.startsWith("| marked share |"));
  }

  @Test
  void needs_a_tokenizer_and_texts_that_are_long_enough() throws IOException {
    String bare = write("bare.json", "{\"scheme\":\"unigram\",\"vocabSize\":50257}");
    String scheme =
        write("s.json", "{\"scheme\":\"unigram\",\"vocabSize\":50257,\"tokenizer\":\"r50k_base\"}");

    Run without = Run.of("validity", "--scheme", bare, "--texts", texts());
    Run tooShort =
        Run.of("validity", "--scheme", scheme, "--texts", texts(), "--lengths", "9000000");

    assertThat(without.err()).contains("bare.json: tokenizer must be there");
    assertThat(tooShort.err()).contains("--lengths must be within");
    assertThat(tooShort.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
  }

  private String texts() throws IOException {
    Random random = new Random(7);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 30; word++) {
        text.append(" word").append(random.nextInt(200));
      }
      lines
          .append("{\"promptId\":\"p")
          .append(i)
          .append("\",\"output\":\"")
          .append(text)
          .append("\"}\n");
    }
    return write("texts.jsonl", lines.toString());
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
