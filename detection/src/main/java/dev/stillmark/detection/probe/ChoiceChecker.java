package dev.stillmark.detection.probe;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of a few options, such as A to D, yes or no, or the days of the week.
 *
 * <p>An option of a single letter must stand in capitals and, since "A" is also an article, be all
 * there is, or be set off, as in "(A)", "A." or "option A".
 *
 * @param options at least two, without case all different, each one word
 */
public record ChoiceChecker(List<String> options) implements Checker {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");
  private static final Pattern LETTER_SET_OFF =
      Pattern.compile("(?:^|[(\\[ ])([A-Z])(?:[).:\\]]|$)|(?:[Oo]ption|[Cc]hoice) \\(?([A-Z])\\b");

  public ChoiceChecker {
    options = List.copyOf(options);
    if (options.size() < 2 || byLowerCase(options).size() < options.size()) {
      throw new IllegalArgumentException(
          "options must be at least 2, all different, but are " + options);
    }
    for (String option : options) {
      if (!WORD.matcher(option).matches()) {
        throw new IllegalArgumentException("options must be words but one is " + option);
      }
    }
  }

  @Override
  public Optional<String> read(String passage, boolean isMarked, String question) {
    List<String> found = hasLetters() ? letters(passage, isMarked) : words(passage);
    if (isMarked && !found.isEmpty()) {
      return Optional.of(found.getFirst());
    }
    Set<String> distinct = new LinkedHashSet<>(found);
    if (distinct.size() == 1 || startsWithOption(passage, found)) {
      return Optional.of(found.getFirst());
    }
    return Optional.empty();
  }

  private boolean hasLetters() {
    return options.stream().allMatch(option -> option.length() == 1);
  }

  private List<String> letters(String passage, boolean isMarked) {
    List<String> first =
        WORD.matcher(passage).results().limit(1).map(word -> word.group()).toList();
    if (isMarked && options.containsAll(first) && !first.isEmpty()) {
      return first;
    }
    return LETTER_SET_OFF
        .matcher(passage)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .filter(options::contains)
        .toList();
  }

  private List<String> words(String passage) {
    Map<String, String> known = byLowerCase(options);
    return WORD.matcher(passage)
        .results()
        .map(word -> known.get(word.group().toLowerCase(Locale.ROOT)))
        .filter(option -> option != null)
        .toList();
  }

  /** "No, since …" says no, whatever follows. */
  private static boolean startsWithOption(String passage, List<String> found) {
    return !found.isEmpty()
        && passage.regionMatches(true, 0, found.getFirst(), 0, found.getFirst().length());
  }

  private static Map<String, String> byLowerCase(List<String> options) {
    Map<String, String> known = new LinkedHashMap<>();
    options.forEach(option -> known.put(option.toLowerCase(Locale.ROOT), option));
    return known;
  }
}
