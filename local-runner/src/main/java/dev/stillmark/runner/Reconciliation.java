package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the services account for of one model's outputs: accepted = scored + duplicate + quarantined
 * once nothing is pending.
 */
record Reconciliation(long accepted, long scored, long duplicate, long quarantined, long pending) {

  static final Reconciliation NOTHING = new Reconciliation(0, 0, 0, 0, 0);

  static Reconciliation of(JsonNode suspect) {
    JsonNode outputs = suspect.path("outputs");
    return new Reconciliation(
        outputs.path("accepted").asLong(),
        outputs.path("scored").asLong(),
        outputs.path("duplicate").asLong(),
        outputs.path("quarantined").asLong(),
        outputs.path("pending").asLong());
  }

  long arrived() {
    return scored + duplicate + quarantined;
  }

  /** A request whose answer was lost is sent again, so there may be more than was seen. */
  boolean accountsFor(long expected) {
    return pending == 0 && accepted >= expected && arrived() == accepted;
  }
}
