package dev.stillmark.verdicts.examination;

/**
 * A detector whose evidence cannot have come from the test that it declares: a wrong key, a wrong
 * vocabulary, or tampering.
 */
public record FailedControl(String detector, String message) {}
