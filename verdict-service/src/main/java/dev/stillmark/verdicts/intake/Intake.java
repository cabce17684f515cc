package dev.stillmark.verdicts.intake;

import dev.stillmark.verdicts.store.Advance;
import dev.stillmark.verdicts.store.LostRaceException;
import dev.stillmark.verdicts.store.Merge;
import dev.stillmark.verdicts.store.Place;
import dev.stillmark.verdicts.store.SignalStore;
import dev.stillmark.verdicts.store.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores batches of records, each exactly once and each whatever it takes.
 *
 * <p>A batch that the database refuses for what is in it is halved until the record at fault stands
 * alone and goes into quarantine; any other failure is waited out.
 */
@Singleton
final class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Lets time pass between two tries. */
  @FunctionalInterface
  interface Pause {
    void last(Duration duration) throws InterruptedException;
  }

  private final SignalStore store;
  private final Quarantine quarantine;
  private final MeterRegistry metrics;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  Intake(SignalStore store, Quarantine quarantine, MeterRegistry metrics) {
    this.store = store;
    this.quarantine = quarantine;
    this.metrics = metrics;
  }

  /** Why nothing can be stored at the moment, or null. */
  @Nullable String trouble() {
    return trouble.get();
  }

  /**
   * Returns once {@code records} are stored; offsets of a partition must ascend.
   *
   * @param betweenTries what to do while the database is away
   */
  void accept(String group, String topicId, List<SourceRecord> records, Pause betweenTries)
      throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        store(group, topicId, records, false);
        trouble.set(null);
        return;
      } catch (LostRaceException e) {
        LOG.debugf("A batch starts again: reason=%s", e.getMessage());
      } catch (RuntimeException e) {
        if (isAboutContent(e)) {
          acceptHalves(group, topicId, records, betweenTries);
          return;
        }
        String kind = kindOf(e);
        trouble.set(kind);
        LOG.warnf("Signals wait for the database: reason=%s", kind);
        betweenTries.last(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  /** The innermost failure's, since clients wrap what they mean; its message may hold a row. */
  private static String kindOf(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getClass().getSimpleName();
  }

  private void acceptHalves(
      String group, String topicId, List<SourceRecord> records, Pause betweenTries)
      throws InterruptedException {
    if (records.size() == 1) {
      store(group, topicId, records, true);
      return;
    }
    int middle = records.size() / 2;
    accept(group, topicId, records.subList(0, middle), betweenTries);
    accept(group, topicId, records.subList(middle, records.size()), betweenTries);
  }

  /** SQLSTATE class 22 is bad data, 23 a broken constraint, foreign keys (a lost race) aside. */
  private static boolean isAboutContent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException pg) {
        String state = String.valueOf(pg.getSqlState());
        return state.startsWith("22") || (state.startsWith("23") && !state.equals("23503"));
      }
    }
    return failure instanceof IllegalArgumentException;
  }

  private void store(String group, String topicId, List<SourceRecord> records, boolean asUnusable) {
    Standing standing = store.standing(group, topicId);
    Map<Place, Advance> advances = new LinkedHashMap<>();
    List<SourceRecord> fresh = new ArrayList<>();
    for (SourceRecord record : records) {
      Place place = new Place(group, record.topic(), topicId, record.partition());
      Long expected = standing.next().get(place);
      if (expected == null || record.offset() >= expected) {
        fresh.add(record);
        advances.put(place, new Advance(place, expected, record.offset() + 1));
      }
    }
    metrics.counter("stillmark.signals.replayed").increment(records.size() - fresh.size());
    if (!fresh.isEmpty()) {
      Merge merge = gather(standing, fresh, asUnusable, List.copyOf(advances.values()));
      store.store(merge);
      count(merge, fresh.size());
    }
  }

  private Merge gather(
      Standing standing, List<SourceRecord> fresh, boolean asUnusable, List<Advance> advances) {
    if (asUnusable) {
      return new Merge(
          advances,
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          fresh.stream()
              .map(r -> quarantine.own(r, "not-storable", "the database refuses this record"))
              .toList());
    }
    Gathering gathering = new Gathering(standing, quarantine);
    fresh.forEach(gathering::add);
    return gathering.merge(advances);
  }

  private void count(Merge merge, int records) {
    metrics.counter("stillmark.signals.consumed").increment(records);
    merge
        .quarantined()
        .forEach(q -> metrics.counter("stillmark.quarantined", "rule", q.rule()).increment());
  }
}
