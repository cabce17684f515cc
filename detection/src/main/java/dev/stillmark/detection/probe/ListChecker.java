package dev.stillmark.detection.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Several short texts, parted by commas, semicolons, line ends or "and".
 *
 * @param isOrdered whether their order counts
 */
public record ListChecker(boolean isOrdered) implements Checker {

  private static final int MOST_ITEMS = 100;
  private static final int LONGEST_ITEM = 40;

  private static final Pattern BETWEEN = Pattern.compile("(?:[,;\\n]| and | & |->|→)");
  private static final Pattern BULLET = Pattern.compile("^ ?(?:[-*•]|\\d{1,3}[.)]) ");
  private static final Pattern AND = Pattern.compile("^ ?and ");

  @Override
  public Optional<String> read(String passage, boolean isMarked, String question) {
    List<String> items =
        Arrays.stream(BETWEEN.split(passage, MOST_ITEMS + 1))
            .map(item -> AND.matcher(BULLET.matcher(item).replaceFirst("")).replaceFirst(""))
            .map(item -> CanonicalText.of(item, false))
            .filter(item -> !item.isEmpty())
            .toList();
    boolean isList = items.size() >= 2 && items.size() <= MOST_ITEMS;
    if (!isList || items.stream().anyMatch(item -> item.length() > LONGEST_ITEM)) {
      return Optional.empty();
    }
    List<String> compared = isOrdered ? items : items.stream().distinct().sorted().toList();
    return Optional.of(String.join(", ", compared));
  }
}
