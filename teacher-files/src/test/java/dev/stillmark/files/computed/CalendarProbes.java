package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.ChoiceChecker;
import dev.stillmark.detection.probe.Probe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about dates and clocks. */
final class CalendarProbes {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final ChoiceChecker WEEKDAYS =
      new ChoiceChecker(
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));

  private CalendarProbes() {}

  static Stream<Probe> all() {
    return Stream.of(
            Topic.of("weekday", WEEKDAYS, CalendarProbes::weekday),
            Topic.of("days-later", Topic.WORD, CalendarProbes::daysLater),
            Topic.of("days-between", Topic.NUMBER, CalendarProbes::daysBetween),
            Topic.of("leap-years", Topic.NUMBER, CalendarProbes::leapYears),
            Topic.of("arrival", Topic.WORD, CalendarProbes::arrival),
            Topic.of("clock-angle", Topic.NUMBER, CalendarProbes::clockAngle),
            Topic.of("seconds", Topic.NUMBER, CalendarProbes::seconds))
        .flatMap(List::stream);
  }

  private static LocalDate day(Topic topic, int level) {
    int spread = 20 + 25 * level;
    return LocalDate.of(topic.between(2000 - spread, 2020 + spread), 1, 1)
        .plusDays(topic.between(0, 364));
  }

  private static void weekday(Topic topic, int level) {
    LocalDate day = day(topic, level);
    topic.add(
        "Which day of the week is %s in the Gregorian calendar?".formatted(DAY.format(day)),
        day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK));
  }

  private static void daysLater(Topic topic, int level) {
    LocalDate day = day(topic, level);
    int days = topic.between(50, 100) * (level + 1);
    topic.add(
        "Which date is %d days after %s? Write it as YYYY-MM-DD.".formatted(days, DAY.format(day)),
        day.plusDays(days));
  }

  private static void daysBetween(Topic topic, int level) {
    LocalDate first = day(topic, level);
    LocalDate second = first.plusDays(topic.between(40, 140) * (level + 1L));
    topic.add(
        "How many days pass from %s to %s?".formatted(DAY.format(first), DAY.format(second)),
        ChronoUnit.DAYS.between(first, second));
  }

  private static void leapYears(Topic topic, int level) {
    int first = topic.between(1890 - 25 * level, 1899);
    int last = topic.between(1901, 1990 + 40 * level);
    topic.add(
        "How many leap years are there from %d to %d, both included, in the Gregorian calendar?"
            .formatted(first, last),
        IntStream.rangeClosed(first, last).filter(Year::isLeap).count());
  }

  private static void arrival(Topic topic, int level) {
    LocalTime start = LocalTime.of(topic.between(13, 23), topic.between(11, 59));
    int hours = topic.between(3, 6) + 3 * level;
    int minutes = topic.between(21, 58);
    LocalTime end = start.plusHours(hours).plusMinutes(minutes);
    String question =
        "A ship leaves at %s and sails for %d hours and %d minutes in the same time zone. What time"
            + " does the clock show when it arrives? Write it on the 24-hour clock as HH:MM.";
    String twelveHours =
        "%d:%02d pm"
            .formatted(start.getHour() % 12 == 0 ? 12 : start.getHour() % 12, start.getMinute());
    topic.add(
        question.formatted(twelveHours, hours, minutes),
        end,
        "%d:%02d".formatted(end.getHour(), end.getMinute()));
  }

  private static void clockAngle(Topic topic, int level) {
    int hour = 1 + level;
    int minute = topic.between(1, 59);
    int halfDegrees = Math.abs(60 * hour + minute - 12 * minute) % 720;
    int smaller = Math.min(halfDegrees, 720 - halfDegrees);
    topic.add(
        "How many degrees is the smaller angle between the hands of a clock at %d:%02d?"
            .formatted(hour, minute),
        BigDecimal.valueOf(5L * smaller, 1).stripTrailingZeros().toPlainString());
  }

  private static void seconds(Topic topic, int level) {
    int days = topic.between(1, 3) + level;
    int hours = topic.between(2, 23);
    int minutes = topic.between(2, 59);
    topic.add(
        "How many seconds are %d days, %d hours and %d minutes?".formatted(days, hours, minutes),
        ((days * 24L + hours) * 60 + minutes) * 60);
  }
}
