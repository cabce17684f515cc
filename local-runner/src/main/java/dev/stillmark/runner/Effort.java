package dev.stillmark.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one part of the suite has cost so far.
 *
 * @param processor of the process and, for PostgreSQL, of its workers that still run
 * @param peakMegabytes its largest resident memory, where the system tells
 */
record Effort(String part, Duration processor, OptionalLong peakMegabytes) {

  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  /** Of a process and of those that it started, if they belong to the same part. */
  static Effort of(String part, ProcessHandle process, boolean withChildren) {
    Stream<ProcessHandle> all =
        withChildren
            ? Stream.concat(Stream.of(process), process.descendants())
            : Stream.of(process);
    Duration processor =
        all.flatMap(each -> each.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    return new Effort(part, processor, peakMegabytes(process.pid()));
  }

  /** What has been added since {@code before}; the peak is that of the whole life. */
  Effort since(Effort before) {
    return new Effort(part, processor.minus(before.processor), peakMegabytes);
  }

  private static OptionalLong peakMegabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      Matcher peak = PEAK.matcher(Files.exists(status) ? Files.readString(status) : "");
      return peak.find()
          ? OptionalLong.of(Long.parseLong(peak.group(1)) >> 10)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public String toString() {
    String text = String.format(Locale.ROOT, "%s %.1f s", part, processor.toMillis() / 1e3);
    return peakMegabytes.isPresent() ? text + " (" + peakMegabytes.getAsLong() + " MB)" : text;
  }
}
