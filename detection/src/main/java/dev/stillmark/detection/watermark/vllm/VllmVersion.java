package dev.stillmark.detection.watermark.vllm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of vLLM that holds the watermark: 0.30 to 0.33. */
record VllmVersion(int minor) {

  private static final Pattern FORM = Pattern.compile("0\\.(\\d{1,4})(?:\\.\\d{1,4})?");
  private static final int FIRST = 30;
  private static final int FIRST_WITH_GENERATORS_ALPHA = 32;
  private static final int LAST = 33;

  static VllmVersion parse(String version) {
    return Optional.of(FORM.matcher(version))
        .filter(Matcher::matches)
        .map(matcher -> new VllmVersion(Integer.parseInt(matcher.group(1))))
        .filter(parsed -> parsed.minor >= FIRST && parsed.minor <= LAST)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "vllmVersion must be within 0.30..0.33 but is " + version));
  }

  double defaultAlpha() {
    return minor < FIRST_WITH_GENERATORS_ALPHA ? 0.2 : 0.1;
  }
}
