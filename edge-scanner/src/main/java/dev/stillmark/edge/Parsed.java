package dev.stillmark.edge;

/** What a command line asks for. */
sealed interface Parsed
    permits Parsed.Help,
        Parsed.Misuse,
        ScanRequest,
        PlanRequest,
        ScoreRequest,
        ValidityRequest,
        AttributeRequest,
        ProbeRequest {

  record Help(String text) implements Parsed {}

  /** A command line that breaks a rule; the message is one sentence. */
  record Misuse(String message) implements Parsed {}
}
