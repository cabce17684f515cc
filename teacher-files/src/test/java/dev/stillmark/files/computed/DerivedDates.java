package dev.stillmark.files.computed;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Dates and clocks, derived anew: day by day and minute by minute. */
final class DerivedDates {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  private static final int[] SAKAMOTO = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};

  static final Map<String, Function<Wording, Object>> BY_TOPIC =
      Map.of(
          "weekday", w -> weekday(day(w, 0)),
          "days-later", DerivedDates::later,
          "days-between", w -> between(day(w, 0), day(w, 1)),
          "leap-years", w -> leapsTo(w.number(1)) - leapsTo(w.number(0) - 1),
          "arrival", DerivedDates::arrival,
          "clock-angle", DerivedDates::angle,
          "seconds", w -> 86_400 * w.number(0) + 3_600 * w.number(1) + 60 * w.number(2));

  /** A day of the Gregorian calendar; months from 1. */
  private record Day(int year, int month, int day) {

    Day next() {
      if (day < length()) {
        return new Day(year, month, day + 1);
      }
      return month < 12 ? new Day(year, month + 1, 1) : new Day(year + 1, 1, 1);
    }

    private int length() {
      boolean isLeap = leapsTo(year) > leapsTo(year - 1);
      return month == 2 ? (isLeap ? 29 : 28) : List.of(4, 6, 9, 11).contains(month) ? 30 : 31;
    }
  }

  private DerivedDates() {}

  private static Day day(Wording wording, int index) {
    String[] parts =
        wording.all("\\d+ (?:" + String.join("|", MONTHS) + ") \\d{4}").get(index).split(" ");
    int month = MONTHS.indexOf(parts[1]) + 1;
    return new Day(Integer.parseInt(parts[2]), month, Integer.parseInt(parts[0]));
  }

  private static int leapsTo(int year) {
    return year / 4 - year / 100 + year / 400;
  }

  private static String weekday(Day day) {
    int year = day.month() < 3 ? day.year() - 1 : day.year();
    int index = year + leapsTo(year) + SAKAMOTO[day.month() - 1] + day.day();
    return DAYS.get(index % 7);
  }

  private static String later(Wording wording) {
    Day day = day(wording, 0);
    for (int i = 0; i < wording.number(0); i++) {
      day = day.next();
    }
    return "%04d-%02d-%02d".formatted(day.year(), day.month(), day.day());
  }

  private static int between(Day first, Day second) {
    int days = 0;
    for (Day day = first; !day.equals(second); day = day.next()) {
      days++;
    }
    return days;
  }

  private static String arrival(Wording wording) {
    int hour = wording.number(0) == 12 ? 12 : wording.number(0) + 12;
    int minute = wording.number(1);
    for (int i = 60 * wording.number(2) + wording.number(3); i > 0; i--) {
      minute++;
      if (minute == 60) {
        minute = 0;
        hour = hour == 23 ? 0 : hour + 1;
      }
    }
    return "%02d:%02d".formatted(hour, minute);
  }

  private static double angle(Wording wording) {
    double hourHand = 30.0 * (wording.number(0) % 12) + 0.5 * wording.number(1);
    double minuteHand = 6.0 * wording.number(1);
    double apart = Math.abs(hourHand - minuteHand);
    return apart > 180 ? 360 - apart : apart;
  }
}
