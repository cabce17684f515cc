package dev.stillmark.fingerprint;

import dev.stillmark.events.SuspectOutputCaptured;

/** What a record on {@code suspect-outputs} turned out to be. */
sealed interface ReadRecord permits ReadRecord.Output, ReadRecord.Passed, Quarantined {

  /** An output to be scored. */
  record Output(SuspectOutputCaptured captured) implements ReadRecord {}

  /** A record for the verdict service, passed on as it is. */
  record Passed() implements ReadRecord {}
}
