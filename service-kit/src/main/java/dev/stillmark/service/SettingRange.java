package dev.stillmark.service;

import java.util.List;
import java.util.Optional;

/**
 * A setting's value and the range in which the service can work.
 *
 * @param name the setting as an operator writes it, with its unit where it has one
 */
public record SettingRange(String name, long value, long least, long most) {

  /** Ends the start with the first setting that is out of its range. */
  public static void requireAll(List<SettingRange> settings) {
    for (SettingRange setting : settings) {
      Optional<String> broken = setting.broken();
      if (broken.isPresent()) {
        throw StartRefusal.because(broken.get());
      }
    }
  }

  /** The broken rule in words, if it is broken. */
  public Optional<String> broken() {
    return value >= least && value <= most
        ? Optional.empty()
        : Optional.of("%s must be within %d..%d but is %d".formatted(name, least, most, value));
  }
}
