package dev.stillmark.verdicts.intake;

import org.jspecify.annotations.Nullable;

/** What a name must be so that PostgreSQL can hold it as a key. */
public final class Names {

  public static final int MAXIMUM = 256;

  private Names() {}

  /** The rule that {@code name} breaks, in words, or null. */
  public static @Nullable String fault(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return "must be present and not blank";
    }
    if (name.length() > MAXIMUM) {
      return "must have at most %d characters but has %d".formatted(MAXIMUM, name.length());
    }
    return isStorable(name) ? null : "must be well-formed text without U+0000";
  }

  /** Whether PostgreSQL can hold {@code text} as it is. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isLoneSurrogate(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code text} as PostgreSQL can hold it: at most {@code longest} characters, well-formed. */
  static String storable(String text, int longest) {
    StringBuilder kept = new StringBuilder();
    int end = Math.min(text.length(), longest);
    for (int i = 0; i < end; i++) {
      boolean bad = text.charAt(i) == 0 || isLoneSurrogate(text, i);
      kept.append(bad ? '\ufffd' : text.charAt(i));
    }
    if (!kept.isEmpty() && Character.isHighSurrogate(kept.charAt(kept.length() - 1))) {
      kept.setLength(kept.length() - 1);
    }
    return kept.toString();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
