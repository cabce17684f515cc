package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.files.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceFileTest {

  private static final Teacher TEACHER = new Teacher("atlas", "lab", LocalDate.of(2026, 1, 31));

  private static final List<Descriptor> DESCRIPTORS =
      List.of(
          new Descriptor.Watermark(
              "kgw-1",
              TEACHER,
              "kgw/transformers/lefthash",
              new NullLaw.GreenList(4096, 1024),
              1,
              "r50k_base",
              "key",
              "00",
              false,
              new DecoyPlan(127, 1, true)),
          new Descriptor.Phrases("phrases-1", TEACHER, "11", 3),
          new Descriptor.Canaries(
              "canaries-1", new Teacher("nova", "lab", null), "22", 2, 1L << 40, 1));

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void merges_to_the_same_bytes_in_any_order(long seed) {
    EvidenceFile a = random(new Random(seed));
    EvidenceFile b = random(new Random(~seed));

    byte[] ab = EvidenceFormat.encode(a.merge(b));

    assertThat(EvidenceFormat.encode(b.merge(a).merge(a))).as("seed %d", seed).isEqualTo(ab);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reads_what_it_wrote(long seed) {
    EvidenceFile file = random(new Random(seed));
    Path path = folder.resolve("a.evidence");

    file.write(path);

    assertThat(EvidenceFile.read(path).evidence()).as("seed %d", seed).isEqualTo(file.evidence());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void refuses_a_file_in_which_any_byte_was_changed(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = EvidenceFormat.encode(random(random));
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Path path = Files.write(folder.resolve("changed.evidence"), bytes);

    assertThatThrownBy(() -> EvidenceFile.read(path))
        .as("seed %d", seed)
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("must be an evidence file");
  }

  @Test
  void leaves_nothing_but_the_file_behind() throws IOException {
    random(new Random(1)).write(folder.resolve("only.evidence"));
    random(new Random(2)).write(folder.resolve("only.evidence"));

    try (var files = Files.list(folder)) {
      assertThat(files).singleElement().hasToString(folder.resolve("only.evidence").toString());
    }
  }

  @Test
  void says_so_when_the_file_cannot_be_written() {
    EvidenceFile file = random(new Random(3));
    Path path = folder.resolve("no-such-folder").resolve("a.evidence");

    assertThatThrownBy(() -> file.write(path))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("must be writable");
  }

  private static EvidenceFile random(Random random) {
    return EvidenceFile.of(
        "suspect",
        DESCRIPTORS.stream()
            .map(d -> new Evidence(d, set(random, 2), set(random, 1), set(random, 2)))
            .toList());
  }

  private static EvidenceSet set(Random random, int words) {
    EvidenceSet.Builder builder = EvidenceSet.builder(words);
    for (int i = random.nextInt(40); i > 0; i--) {
      builder.add(random.nextInt(5), random.nextInt(50), random.nextInt(), random.nextInt(2));
    }
    return builder.build();
  }
}
