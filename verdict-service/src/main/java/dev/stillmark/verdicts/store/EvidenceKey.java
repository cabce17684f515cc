package dev.stillmark.verdicts.store;

/** Whose evidence it is: one suspect under one detector. */
public record EvidenceKey(String suspect, String detector) {}
