package dev.stillmark.verdicts.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The evidence curve of one green list as coordinates of an SVG: log10 E against tokens. */
final class EvidenceChart {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 300;
  private static final double LEFT = 66;
  private static final double RIGHT = WIDTH - 20;
  private static final double TOP = 14;
  private static final double BOTTOM = HEIGHT - 52;
  private static final int MOST_TICKS = 6;

  private record Point(double tokens, double log10E) {}

  private final List<Point> points;
  private final double threshold;
  private final double tokens;
  private final double low;
  private final double high;

  private EvidenceChart(List<Point> points, double threshold) {
    this.points = points;
    this.threshold = threshold;
    this.tokens = Math.max(1, points.stream().mapToDouble(Point::tokens).max().orElse(1));
    double most = points.stream().mapToDouble(Point::log10E).max().orElse(0);
    double least = points.stream().mapToDouble(Point::log10E).min().orElse(0);
    this.high = Math.max(threshold, most) * 1.08;
    this.low = Math.min(0, least * 1.08);
  }

  /** The chart of a finding's {@code curve}; a point without a finite value is left out. */
  static Map<String, Object> of(List<?> curve, double threshold) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    for (Object entry : curve) {
      if (entry instanceof Map<?, ?> point
          && point.get("tokens") instanceof Number tokens
          && point.get("log10E") instanceof Number log10E) {
        points.add(new Point(tokens.doubleValue(), log10E.doubleValue()));
      }
    }
    return new EvidenceChart(points, threshold).asMap();
  }

  private Map<String, Object> asMap() {
    Point end = points.getLast();
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("width", coordinate(WIDTH));
    chart.put("height", coordinate(HEIGHT));
    chart.put("left", coordinate(LEFT));
    chart.put("right", coordinate(RIGHT));
    chart.put("top", coordinate(TOP));
    chart.put("bottom", coordinate(BOTTOM));
    chart.put("tickEnd", coordinate(BOTTOM + 5));
    chart.put("middleX", coordinate((LEFT + RIGHT) / 2));
    chart.put("middleY", coordinate((TOP + BOTTOM) / 2));
    chart.put("threshold", Numbers.tenths(threshold));
    chart.put("thresholdY", coordinate(y(threshold)));
    chart.put("line", line());
    chart.put("endX", coordinate(x(end.tokens)));
    chart.put("endY", coordinate(y(end.log10E)));
    chart.put("xTicks", xTicks());
    chart.put("yTicks", yTicks());
    chart.put("description", description(end));
    return chart;
  }

  private String description(Point end) {
    return "The curve starts at 0 and ends at log10 E = %s after %s; support needs %s."
        .formatted(
            Numbers.tenths(end.log10E),
            Numbers.counted((long) end.tokens, "token"),
            Numbers.tenths(threshold));
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
      line.append(coordinate(x(point.tokens))).append(',');
      line.append(coordinate(y(point.log10E))).append(' ');
    }
    return line.toString().strip();
  }

  private List<Map<String, String>> xTicks() {
    List<Map<String, String>> ticks = new ArrayList<>();
    double step = Math.max(1, roundStep(tokens));
    for (double at = 0; at <= tokens; at += step) {
      ticks.add(Map.of("at", coordinate(x(at)), "label", String.format(Locale.ROOT, "%,.0f", at)));
    }
    return ticks;
  }

  private List<Map<String, String>> yTicks() {
    List<Map<String, String>> ticks = new ArrayList<>();
    double step = Math.max(1, roundStep(high - low));
    for (double at = Math.ceil(low / step) * step; at <= high; at += step) {
      String label = String.format(Locale.ROOT, "%,d", (long) at).replace('-', '\u2212');
      ticks.add(Map.of("at", coordinate(y(at)), "label", label));
    }
    return ticks;
  }

  /** The smallest of 1, 2 and 5 times a power of ten that leaves few enough ticks. */
  private static double roundStep(double span) {
    double power = Math.pow(10, Math.floor(Math.log10(span / MOST_TICKS)));
    for (int factor : new int[] {1, 2, 5}) {
      if (span / (factor * power) <= MOST_TICKS) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private double x(double atTokens) {
    return LEFT + (RIGHT - LEFT) * atTokens / tokens;
  }

  private double y(double log10E) {
    return TOP + (BOTTOM - TOP) * (high - log10E) / (high - low);
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
