package dev.stillmark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./stillmark +([a-z]+)([^`\\n]*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @Test
  void every_relative_link_leads_somewhere() throws IOException {
    List<Path> pages = pages();

    assertThat(pages).isNotEmpty();
    for (Path page : pages) {
      assertThat(relativeLinks(page))
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).as("in %s", page).exists());
    }
  }

  @Test
  void every_command_of_the_readme_stands_in_the_launchers_help() throws Exception {
    String readme = Files.readString(Modules.ROOT.resolve("README.md"));
    String help = launcherHelp();
    List<String> words =
        COMMAND
            .matcher(readme)
            .results()
            .flatMap(match ->
                Stream.concat(
                    Stream.of(match.group(1)),
                    OPTION.matcher(match.group(2)).results().map(option -> option.group())))
            .distinct()
            .toList();

    assertThat(words).contains("demo", "test");
    assertThat(words).allSatisfy(word -> assertThat(help).contains(word));
  }

  private static String launcherHelp() throws IOException, InterruptedException {
    Process help =
        new ProcessBuilder("sh", Modules.ROOT.resolve("stillmark").toString(), "--help")
            .redirectErrorStream(true)
            .start();
    String text =
        new String(help.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(help.waitFor()).as(text).isZero();
    return text;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Modules.ROOT.resolve("docs"));
        Stream<Path> deploy = Files.walk(Modules.ROOT.resolve("deploy"))) {
      return Stream.of(Stream.of(Modules.ROOT.resolve("README.md")), docs, deploy)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    }
  }

  private static List<String> relativeLinks(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }
}
