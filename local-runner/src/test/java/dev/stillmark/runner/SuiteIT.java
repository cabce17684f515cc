package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteIT {

  @TempDir Path directory;

  @Test
  void starts_three_ready_services_and_leaves_no_process_behind() throws Exception {
    Set<Long> before = children();

    try (Suite suite = Suite.start(Home.ofLauncher(), directory, Ports.free(), List.of())) {
      assertThat(children()).hasSizeGreaterThanOrEqualTo(before.size() + 4);
      for (Service service : Service.values()) {
        HttpRequest request =
            HttpRequest.newBuilder(suite.addressOf(service).resolve("/q/health")).build();
        assertThat(suite.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
            .as(service.title())
            .isEqualTo(200);
      }
    }

    assertThat(children()).isEqualTo(before);
  }

  @Test
  void a_taken_port_is_named_before_anything_is_started() throws Exception {
    Set<Long> before = children();
    Ports ports = Ports.free();
    try (ServerSocket taken =
        new ServerSocket(ports.fingerprint(), 1, InetAddress.getLoopbackAddress())) {

      assertThatThrownBy(() -> Suite.start(Home.ofLauncher(), directory, ports, List.of()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("fingerprint");
    }

    assertThat(children()).isEqualTo(before);
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
