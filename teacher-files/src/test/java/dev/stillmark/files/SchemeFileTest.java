package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeFileTest {

  @TempDir Path directory;

  @Test
  void reads_json_and_fills_in_the_reference_defaults() throws IOException {
    Path file =
        write(
            """
            {
            \t"scheme": "kgw", "dialect": "transformers",
            \t"vocabSize": 50257, "hashingKey": 15485863, "bosTokenId": 0
            }
            """);

    SchemeFile.LoadedScheme loaded = SchemeFile.load(file);

    assertThat(loaded.scheme())
        .isEqualTo(new KgwScheme(50257, 0.25, KgwScheme.Seeding.LEFTHASH, 1, false, 0L, 5));
    assertThat(loaded.key()).isEqualTo(WatermarkKey.of(15485863));
    assertThat(loaded.decoys()).isEqualTo(127);
    assertThat(loaded.decoyFraction()).isEqualTo(1);
  }

  @Test
  void scores_selfhash_decoys_over_a_sixteenth_of_the_outputs() throws IOException {
    Path file = write("{scheme: kgw, vocabSize: 4096, seedingScheme: selfhash, contextWidth: 4}");

    assertThat(SchemeFile.load(file).decoyFraction()).isEqualTo(0.0625);
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, -9223372036854775808",
    "18446744073709551615, 18446744073709551615",
    "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
    "-0x10, -16",
    "'\"42\"', 42"
  })
  void reads_every_key_within_64_bits(String written, BigInteger value) throws IOException {
    Path file = write("{scheme: kgw, vocabSize: 4096, key: " + written + "}");

    assertThat(Objects.requireNonNull(SchemeFile.load(file).key()))
        .isEqualTo(WatermarkKey.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551616",
    "-9223372036854775809",
    "12345x67",
    "1.5",
    "0x",
    "'[7654321, 1]'"
  })
  void refuses_other_keys_without_showing_them(String written) throws IOException {
    Path file = write("scheme: kgw\nvocabSize: 4096\nkey: " + written + "\n");

    assertThatThrownBy(() -> SchemeFile.load(file))
        .isInstanceOf(InputFault.class)
        .satisfies(fault -> {
          assertThat(fault.getMessage()).startsWith(file + ":3: key must be");
          assertThat(((InputFault) fault).rule())
              .isIn(
                  "must be an integer within [-2^63, 2^64-1], decimal or 0x hexadecimal",
                  "must be within [-2^63, 2^64-1] but has 65 bits",
                  "must be within [-2^63, 2^64-1] but has 64 bits",
                  "must be a single integer but holds 2");
        });
  }

  @Test
  void reads_a_key_from_a_file_beside_the_scheme() throws IOException {
    Files.writeString(directory.resolve("secret.key"), "  0x2a\n");

    Path inline = write("{scheme: kgw, vocabSize: 4096, key: 'file:secret.key'}");
    assertThat(SchemeFile.load(inline).key()).isEqualTo(WatermarkKey.of(42));

    Path named = write("{scheme: kgw, vocabSize: 4096, keyFile: secret.key}");
    assertThat(SchemeFile.load(named).key()).isEqualTo(WatermarkKey.of(42));
  }

  @Test
  void names_a_key_file_that_is_missing_a_directory_or_too_long() throws IOException {
    Files.createDirectory(directory.resolve("folder"));
    Files.writeString(directory.resolve("long.key"), "9".repeat(5000));
    Files.write(directory.resolve("binary.key"), new byte[] {(byte) 0xff, 1});
    Files.writeString(directory.resolve("words.key"), "hunter2");

    assertFault("keyFile: absent.key", 3, "keyFile names the file 'absent.key', which must exist");
    assertFault(
        "keyFile: folder",
        3,
        "keyFile names the file 'folder', which must be a file but is a directory");
    assertFault(
        "keyFile: long.key",
        3,
        "keyFile names the file 'long.key', which must be at most 4096 bytes long");
    assertFault(
        "keyFile: binary.key", 3, "keyFile names the file 'binary.key', which must be valid UTF-8");
    assertFault(
        "keyFile: words.key",
        3,
        "keyFile must be an integer within [-2^63, 2^64-1], decimal or 0x hexadecimal");
  }

  @Test
  void every_broken_rule_names_line_and_field() throws IOException {
    assertFault("greenlistRatio: 1.5", 3, "greenlistRatio must be within (0, 1) but is 1.5");
    assertFault("greenlistRatio: lots", 3, "greenlistRatio must be a number but is lots");
    assertFault("contextWidth: 0", 3, "contextWidth must be an integer within 1..64 but is 0");
    assertFault(
        "transformersVersion: 3", 3, "transformersVersion must be an integer within 4..5 but is 3");
    assertFault(
        "seedingScheme: righthash",
        3,
        "seedingScheme must be lefthash or selfhash but is righthash");
    assertFault(
        "greenlistRatio: 0.00001",
        1,
        "vocabSize * greenlistRatio must leave 1..V-1 green ids but leaves 0");
    assertFault("key: 1\nhashingKey: 2", 4, "hashingKey must not stand beside another key");
    assertFault("decoys: 128", 3, "decoys must be an integer within 0..127 but is 128");
    assertFault(
        "decoyFraction: 0.5",
        3,
        "decoyFraction must be 1 where decoys cover every output, as for lefthash, but is 0.5");
    assertFault(
        "seedingScheme: selfhash\ndecoyFraction: 0.5",
        4,
        "decoyFraction must be within (0, 0.0625] but is 0.5");
    assertFault(
        "commitmentSalt: abcd", 3, "commitmentSalt must be at least 16 bytes in hexadecimal");
    assertFault("bias: much", 3, "bias must be a number but is much");
    assertFault(
        "ignoreRepeatedNgrams: yes", 3, "ignoreRepeatedNgrams must be true or false but is yes");
  }

  @Test
  void an_unknown_parameter_names_the_nearest_known_one() throws IOException {
    assertFault(
        "greenListRatio: 0.25",
        3,
        "greenListRatio is not known; the nearest known field is 'greenlistRatio'");
    assertFault(
        "contextLength: 3",
        3,
        "contextLength is not known; the nearest known field is 'contextWidth'");
  }

  @Test
  void a_field_that_stands_twice_is_refused() throws IOException {
    assertFault("decoys: 1\ndecoys: 2", 4, "decoys must not appear twice");
  }

  @Test
  void an_unknown_scheme_is_named_before_its_parameters() throws IOException {
    Path file = write("{ngramLength: 5, scheme: synthid2}");

    assertThatThrownBy(() -> SchemeFile.load(file))
        .hasMessageStartingWith(file + ":1: scheme must be kgw")
        .hasMessageEndingWith("but is synthid2");
  }

  @Test
  void a_vocabulary_must_fit_its_tokenizer_up_to_padding() throws IOException {
    Path padded = write("{scheme: kgw, tokenizer: r50k_base, vocabSize: 52769}");
    assertThat(SchemeFile.load(padded).scheme()).isEqualTo(KgwScheme.withDefaults(52769));

    for (int wrong : new int[] {50256, 52770}) {
      Path file = write("{scheme: kgw, tokenizer: r50k_base, vocabSize: " + wrong + "}");
      assertThatThrownBy(() -> SchemeFile.load(file))
          .hasMessage(
              file
                  + ":1: vocabSize must be within 50257..52769, the tokenizer's vocabulary and"
                  + " what models pad it by, but is "
                  + wrong);
    }
  }

  @Test
  void an_unknown_tokenizer_lists_the_known_ones() throws IOException {
    Path file = write("{scheme: kgw, vocabSize: 50257, tokenizer: p50k_base}");

    assertThatThrownBy(() -> SchemeFile.load(file))
        .hasMessage(
            file
                + ":1: tokenizer must be one of [r50k_base, cl100k_base, o200k_base] or a path to"
                + " a Hugging Face tokenizer.json but is p50k_base");
  }

  private void assertFault(String lines, int line, String message) throws IOException {
    Path file = write("vocabSize: 4096\nscheme: kgw\n" + lines + "\n");
    assertThatThrownBy(() -> SchemeFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessage(file + ":" + line + ": " + message);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(directory.resolve("scheme.json"), content);
  }
}
