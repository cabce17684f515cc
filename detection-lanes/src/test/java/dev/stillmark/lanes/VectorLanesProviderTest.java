package dev.stillmark.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.random.SwapTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorLanesProviderTest {

  @Test
  void memberships_find_the_lanes() {
    assertThat(new HeadMemberships(12_564, 50_257).haveLanes()).isEqualTo(VectorLanes.fit());
  }

  @Test
  void heads_that_leave_small_divisors_stay_with_plain_java() {
    assertThat(new VectorLanesProvider().lanesFor(SwapTables.of(49_234, 50_257))).isEmpty();
    assertThat(new HeadMemberships(4_095, 4_096).haveLanes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 40, 515})
  void memberships_are_the_same_whatever_fills_the_lanes(int count) {
    Random random = new Random(count);
    HeadMemberships heads = new HeadMemberships(1024, 4096);
    // Few different seeds, so that some stand behind one another.
    int[] seeds = random.ints(count, 0, 1 + count / 3).sorted().toArray();
    int[] elements = random.ints(count, 0, 4096).toArray();
    int[] decided = elements.clone();

    heads.decide(seeds, decided, count);

    for (int i = 0; i < count; i++) {
      assertThat(HeadMemberships.isIn(decided[i]))
          .as("count %d, pair %d, seed %d, element %d", count, i, seeds[i], elements[i])
          .isEqualTo(heads.contains(seeds[i], elements[i]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'mixed mode, sharing', true",
    "'mixed mode, emulated-client, sharing', false",
    "'interpreted mode, sharing', false",
  })
  void a_jvm_without_its_optimising_compiler_gets_no_lanes(String information, boolean compiles) {
    assertThat(VectorLanesProvider.compilesForVectors(information)).isEqualTo(compiles);
  }

  @Test
  void a_jvm_that_was_started_without_the_module_does_without_lanes() throws Exception {
    assertThat(lanesOfJvm()).isEqualTo("false");
  }

  @Test
  void a_jvm_that_stops_at_its_first_compiler_does_without_lanes() throws Exception {
    assertThat(lanesOfJvm("--add-modules=jdk.incubator.vector", "-XX:TieredStopAtLevel=1"))
        .isEqualTo("false");
  }

  /** What {@link HaveLanes} prints in a JVM with these options. */
  private static String lanesOfJvm(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), HaveLanes.class.getName()));
    Process jvm =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(printed).isZero();
    return printed.strip();
  }
}
