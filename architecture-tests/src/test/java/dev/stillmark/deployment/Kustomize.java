package dev.stillmark.deployment;

import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders kustomizations with whichever of kubectl and kustomize is here. */
final class Kustomize {

  static final Path MANIFESTS = Modules.ROOT.resolve("deploy/k8s");

  private static final Path PROBE =
      Modules.ROOT.resolve("architecture-tests/src/test/resources/kustomize-probe");
  private static final List<List<String>> TOOLS =
      List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"));
  private static final List<String> TOOL =
      TOOLS.stream()
          .filter(Kustomize::isUsable)
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  "these tests need kubectl 1.27 or newer, or kustomize 5, on the PATH"));

  private Kustomize() {}

  /** The base or an overlay, as it stands in the repository. */
  static Rendering render(String folder) {
    return new Rendering(folder, text(TOOL, MANIFESTS.resolve(folder)));
  }

  /** An overlay with components and settings of an operator's, who keeps them in a folder apart. */
  static Rendering render(String overlay, List<String> components, List<String> more) {
    String yaml =
        Stream.of(
                Stream.of("apiVersion: kustomize.config.k8s.io/v1beta1", "kind: Kustomization"),
                Stream.of("namespace: stillmark", "resources: [" + fromOutside(overlay) + "]"),
                Stream.of(
                    "components: " + components.stream().map(Kustomize::fromOutside).toList()),
                more.stream())
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Path folder = Files.createDirectories(outside());
      Files.writeString(folder.resolve("kustomization.yaml"), yaml);
      return new Rendering(overlay + " with " + components, text(TOOL, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kustomize takes relative paths only. */
  private static String fromOutside(String folder) {
    return outside().relativize(MANIFESTS.resolve(folder)).toString();
  }

  private static Path outside() {
    return Modules.ROOT.resolve("architecture-tests/target/kustomize");
  }

  private static boolean isUsable(List<String> tool) {
    try {
      return !text(tool, PROBE).isBlank();
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }

  private static String text(List<String> tool, Path folder) {
    List<String> command = Stream.concat(tool.stream(), Stream.of(folder.toString())).toList();
    try {
      Path complaints = Files.createTempFile("kustomize", ".log");
      Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + Files.readString(complaints));
      }
      Files.delete(complaints);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
