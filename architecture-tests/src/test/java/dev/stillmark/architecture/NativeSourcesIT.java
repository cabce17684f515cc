package dev.stillmark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class NativeSourcesIT {

  static final List<String> SERVICES = Modules.SERVICES;

  @ParameterizedTest
  @FieldSource("SERVICES")
  void whatever_is_read_or_written_by_hand_can_be_reflected_on(String service) throws IOException {
    Set<String> needed = HandmadeJson.of(service);

    Set<String> reflected = NativeSources.of(service).reflected();

    assertThat(needed).contains("dev.stillmark.events.CollectionAccepted");
    assertThat(reflected).as("NativeReflection of %s", service).containsAll(needed);
  }

  @ParameterizedTest
  @CsvSource({
    "fingerprint-service, com/knuddels/jtokkit/r50k_base.tiktoken",
    "fingerprint-service, com/knuddels/jtokkit/cl100k_base.tiktoken",
    "fingerprint-service, com/knuddels/jtokkit/o200k_base.tiktoken",
    "verdict-service, report.css",
    "verdict-service, templates/report.html",
    "verdict-service, db/migration/V1__evidence_cases_reports.sql",
    "verdict-service, db/migration/V2__reference_panels.sql",
  })
  void what_is_read_at_run_time_is_part_of_the_executable(String service, String resource)
      throws IOException {
    assertThat(NativeSources.of(service).includes(resource)).isTrue();
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_native_service_is_complete_without_a_jvm(String service) throws IOException {
    assertThat(NativeSources.of(service).arguments())
        .contains("--no-fallback", "--link-at-build-time");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_native_service_writes_no_heap_dump(String service) throws IOException {
    assertThat(NativeSources.of(service).arguments())
        .noneMatch(argument -> argument.startsWith("--enable-monitoring"));
  }
}
