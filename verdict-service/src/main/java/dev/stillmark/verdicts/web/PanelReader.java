package dev.stillmark.verdicts.web;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.service.Shown;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the body of a panel into the panel, or names every rule that it breaks. */
final class PanelReader {

  private static final int MOST_TEACHERS = 200;
  private static final int MOST_MODELS = 5000;
  private static final int DATE_LENGTH = "2024-06-01".length();
  private static final int MONTH_LENGTH = "2024-06".length();

  private final Faults faults = new Faults();
  private final Set<String> teachers;
  private final Set<String> models;

  private PanelReader(PanelDocument body) {
    this.teachers = names(body.teachers(), PanelDocument.Teacher::teacher);
    this.models = names(body.models(), PanelDocument.Model::model);
  }

  private static <T> Set<String> names(
      @Nullable List<@Nullable T> elements, Function<T, @Nullable String> nameOf) {
    Set<String> names = new HashSet<>();
    if (elements != null) {
      for (T element : elements) {
        String name = element == null ? null : nameOf.apply(element);
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  static ReferencePanel read(String version, byte[] body) {
    PanelDocument document = JsonBody.read(body, PanelDocument.class);
    PanelReader reader = new PanelReader(document);
    return reader.panel(version, document);
  }

  private ReferencePanel panel(String version, PanelDocument body) {
    String name = faults.name("panel", version);
    LocalDate date = date("date", body.date());
    List<TeacherGroup> groups =
        teachers(
            faults.<PanelDocument.@Nullable Teacher>list(
                "teachers", body.teachers(), MOST_TEACHERS));
    List<PanelModel> read =
        models(faults.<PanelDocument.@Nullable Model>list("models", body.models(), MOST_MODELS));
    faults.require();
    return new ReferencePanel(name, date, groups, read);
  }

  private List<TeacherGroup> teachers(List<PanelDocument.@Nullable Teacher> bodies) {
    List<TeacherGroup> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < bodies.size(); i++) {
      String at = "teachers[%d]".formatted(i);
      PanelDocument.Teacher body = bodies.get(i);
      if (body == null) {
        faults.add(at, "missing-field", "must be an object");
      } else {
        teacher(at, body, seen).ifPresent(read::add);
      }
    }
    return read;
  }

  private Optional<TeacherGroup> teacher(String at, PanelDocument.Teacher body, Set<String> seen) {
    String name = faults.name(at + ".teacher", body.teacher(), seen);
    String vendor = faults.name(at + ".vendor", body.vendor());
    YearMonth since = month(at + ".firstAvailable", body.firstAvailable());
    List<String> references = references(at + ".references", body.references());
    return references.isEmpty()
        ? Optional.empty()
        : Optional.of(new TeacherGroup(name, vendor, since, references));
  }

  private List<String> references(String at, @Nullable List<@Nullable String> names) {
    List<String> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<@Nullable String> listed = faults.<@Nullable String>list(at, names, MOST_MODELS);
    for (int i = 0; i < listed.size(); i++) {
      String field = "%s[%d]".formatted(at, i);
      String name = faults.name(field, listed.get(i), seen);
      if (!name.isEmpty() && !models.contains(name)) {
        faults.add(
            field, "unknown-model", "%s is no model of this panel".formatted(Shown.name(name)));
      }
      read.add(name);
    }
    return read;
  }

  private List<PanelModel> models(List<PanelDocument.@Nullable Model> bodies) {
    List<PanelModel> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < bodies.size(); i++) {
      String at = "models[%d]".formatted(i);
      PanelDocument.Model body = bodies.get(i);
      if (body == null) {
        faults.add(at, "missing-field", "must be an object");
      } else {
        read.add(model(at, body, seen));
      }
    }
    return read;
  }

  private PanelModel model(String at, PanelDocument.Model body, Set<String> seen) {
    String firstSeen = body.firstSeen();
    String base = body.derivedFrom();
    return new PanelModel(
        faults.name(at + ".model", body.model(), seen),
        faults.name(at + ".family", body.family()),
        Optional.ofNullable(firstSeen == null ? null : date(at + ".firstSeen", firstSeen)),
        word(at + ".provenance", Provenance.class, body.provenance(), Provenance.UNKNOWN),
        Optional.ofNullable(base == null ? null : faults.name(at + ".derivedFrom", base)),
        exposures(at + ".exposures", body.exposures()));
  }

  private Map<String, Exposure> exposures(
      String at, @Nullable Map<String, @Nullable String> words) {
    Map<String, Exposure> read = new HashMap<>();
    if (words != null) {
      words.forEach((teacher, word) -> {
        String field = "%s.%s".formatted(at, Shown.name(teacher));
        if (!teachers.contains(teacher)) {
          faults.add(field, "unknown-teacher", unknownTeacher(teacher));
        }
        Exposure exposure = word(field, Exposure.class, word, Exposure.UNKNOWN);
        // One that is left out is unknown, too, and the same content has one digest.
        if (exposure != Exposure.UNKNOWN) {
          read.put(teacher, exposure);
        }
      });
    }
    return read;
  }

  private String unknownTeacher(String name) {
    boolean few = !teachers.isEmpty() && teachers.size() <= MOST_TEACHERS;
    return few && faults.areListed()
        ? "no teacher of this panel; the nearest is " + Shown.nearest(name, teachers)
        : "no teacher of this panel";
  }

  private <E extends Enum<E>> E word(String at, Class<E> type, @Nullable String word, E fallback) {
    Optional<E> read = Word.read(type, word);
    if (read.isEmpty()) {
      faults.add(at, "unknown-word", "must be one of " + Word.all(type));
    }
    return read.orElse(fallback);
  }

  private LocalDate date(String at, @Nullable String date) {
    try {
      if (date != null && date.length() == DATE_LENGTH) {
        return LocalDate.parse(date);
      }
    } catch (DateTimeException e) {
      // A date that the calendar does not have is refused like any other.
    }
    faults.add(at, "invalid-date", "must be an ISO 8601 date such as 2024-06-01");
    return LocalDate.EPOCH;
  }

  private YearMonth month(String at, @Nullable String month) {
    try {
      if (month != null && month.length() == MONTH_LENGTH) {
        return YearMonth.parse(month);
      }
    } catch (DateTimeException e) {
      // A month that the calendar does not have is refused like any other.
    }
    faults.add(at, "invalid-month", "must be a year and a month such as 2024-06");
    return YearMonth.of(1970, 1);
  }
}
