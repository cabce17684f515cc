package dev.stillmark.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The room for records that Kafka has not acknowledged, in number and in bytes, first come first
 * served.
 */
final class InFlight {

  private final Semaphore records;
  private final Semaphore bytes;

  InFlight(int maxRecords, int maxBytes) {
    this.records = new Semaphore(maxRecords, true);
    this.bytes = new Semaphore(maxBytes, true);
  }

  /** Takes room for one record; false where there was none within {@code patience}. */
  boolean enter(int length, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    if (!records.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    boolean entered = false;
    try {
      entered = bytes.tryAcquire(length, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return entered;
    } finally {
      if (!entered) {
        records.release();
      }
    }
  }

  /** Gives back the room of one record. */
  void leave(int length) {
    bytes.release(length);
    records.release();
  }
}
