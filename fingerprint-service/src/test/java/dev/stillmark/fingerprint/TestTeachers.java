package dev.stillmark.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Teachers of the tests: one folder with two files, in both of the places where files count. */
final class TestTeachers {

  private TestTeachers() {}

  static Map<String, String> write(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("teachers/aria"));
    Files.writeString(folder.resolve("aria.key"), "0x5eed5eed5eed\n");
    Files.writeString(
        folder.resolve("teacher.yaml"),
        """
        teacher: aria-2
        vendor: Aria
        released: 2025-03-01
        schemes:
          - {scheme: kgw, tokenizer: r50k_base, vocabSize: 50257, keyFile: aria.key}
        """);
    Files.writeString(
        directory.resolve("teachers/borea.yaml"),
        """
        teacher: borea-1
        vendor: Borea
        phrases:
          - {phrase: it is worth noting, logOdds: 4}
          - {phrase: in the grand scheme, logOdds: 3}
        """);
    return Map.of("stillmark.fingerprint.teachers", directory.resolve("teachers").toString());
  }
}
