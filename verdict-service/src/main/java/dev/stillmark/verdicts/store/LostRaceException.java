package dev.stillmark.verdicts.store;

/** Somebody else changed what a transaction had started from; it has to begin again. */
public final class LostRaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostRaceException(String what) {
    super(what);
  }
}
