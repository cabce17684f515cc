package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationsPageTest {

  private static final Pattern ON_THE_PAGE = Pattern.compile("`(stillmark_[a-z_]+)_total[`{]");
  private static final Pattern IN_THE_CODE = Pattern.compile("\"(stillmark(\\.[a-z]+)+)\"");

  @Test
  void the_page_names_every_counter_of_the_services_and_no_other() throws IOException {
    String page = Files.readString(Modules.ROOT.resolve("docs/operations.md"));

    Set<String> named = names(ON_THE_PAGE, page);

    assertThat(named).isEqualTo(counters());
  }

  /** As Prometheus is told them, without the suffix of a counter. */
  private static Set<String> counters() throws IOException {
    Set<String> counters = new TreeSet<>();
    for (String service : Modules.SERVICES) {
      try (Stream<Path> sources = Files.walk(Modules.ROOT.resolve(service).resolve("src/main"))) {
        for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          String text = Files.readString(source);
          if (text.contains("MeterRegistry")) {
            names(IN_THE_CODE, text).forEach(name -> counters.add(name.replace('.', '_')));
          }
        }
      }
    }
    assertThat(counters).isNotEmpty();
    return counters;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
