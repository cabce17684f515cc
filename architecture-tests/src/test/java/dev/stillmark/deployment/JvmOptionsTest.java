package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The options that every service's JVM gets, as a JVM understands them. */
@Tag("kustomize")
class JvmOptionsTest {

  @Test
  void nothing_that_is_in_memory_reaches_a_disk_or_another_process() throws Exception {
    assertThat(flags())
        .containsPattern("HeapDumpOnOutOfMemoryError += false")
        .containsPattern("ExitOnOutOfMemoryError += true")
        .containsPattern("CreateCoredumpOnCrash += false")
        .containsPattern("DisableAttachMechanism += true")
        .containsPattern("ErrorFile += /tmp/");
  }

  @Test
  void the_memory_folder_is_where_temporary_files_go() {
    assertThat(options())
        .contains(" -Djava.io.tmpdir=/tmp ")
        .contains(" -Dvertx.cacheDirBase=/tmp/vertx");
  }

  private static String options() {
    return Renderings.BASE.of("ConfigMap", "service").at("/data/JAVA_TOOL_OPTIONS").asText();
  }

  /** A JVM that does not know an option does not start. */
  private static String flags() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(java, "-XX:+PrintFlagsFinal", "-version").redirectErrorStream(true);
    command.environment().put("JAVA_TOOL_OPTIONS", options());
    Process jvm = command.start();
    String flags = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(flags).isZero();
    return flags;
  }
}
