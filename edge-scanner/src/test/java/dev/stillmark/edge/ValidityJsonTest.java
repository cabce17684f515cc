package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.validity.FalsePositiveTable;
import dev.stillmark.detection.validity.PeekingTable;
import dev.stillmark.detection.validity.PowerTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityJsonTest {

  private static final ErrorRate ONE = new ErrorRate(1, 20);
  private static final ErrorRate NONE = new ErrorRate(0, 20);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ValidityReport report =
      ValidityReport.of(Format.JSON, new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void false_positives_come_by_length_and_level() {
    List<FalsePositiveTable.AtLevel> levels =
        List.of(new FalsePositiveTable.AtLevel(0.05, ONE, NONE));

    FalsePositiveTable.Row row =
        new FalsePositiveTable.Row(
            200,
            new FalsePositiveTable.ByUnit(200, 2.5, ONE),
            new FalsePositiveTable.ByUnit(150.5, 1.5, ONE),
            new FalsePositiveTable.ByUnit(107.5, 1, NONE),
            levels);

    report.print(new FalsePositiveTable("s", 20, List.of(row)));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"table\":\"false-positives\",\"scheme\":\"s\",\"tokens\":200,"
                + "\"positions\":{\"units\":200.0,\"deviation\":2.5,"
                + "\"alarms\":{\"events\":1,\"trials\":20}},"
                + "\"windows\":{\"units\":150.5,\"deviation\":1.5,"
                + "\"alarms\":{\"events\":1,\"trials\":20}},"
                + "\"draws\":{\"units\":107.5,\"deviation\":1.0,"
                + "\"alarms\":{\"events\":0,\"trials\":20}},"
                + "\"levels\":[{\"alpha\":0.05,"
                + "\"naive\":{\"events\":1,\"trials\":20},\"exact\":{\"events\":0,\"trials\":20}}]}");
  }

  @Test
  void peeking_comes_by_looks() {
    report.print(
        new PeekingTable("s", 20, 200, 0.01, List.of(new PeekingTable.Row(10, ONE, NONE))));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"table\":\"peeking\",\"scheme\":\"s\",\"alpha\":0.01,\"tokens\":200,\"looks\":10,"
                + "\"tail\":{\"events\":1,\"trials\":20},\"evalue\":{\"events\":0,\"trials\":20}}");
  }

  @Test
  void power_comes_by_the_share_that_is_marked() {
    report.print(
        new PowerTable("s", 150, 1e-6, List.of(new PowerTable.Row(0.5, 900.5, ONE, NONE))));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"table\":\"power\",\"scheme\":\"s\",\"alpha\":1.0E-6,\"outputs\":150,"
                + "\"markedShare\":0.5,\"distinct\":900.5,"
                + "\"tail\":{\"events\":1,\"trials\":20},\"evalue\":{\"events\":0,\"trials\":20}}");
  }
}
