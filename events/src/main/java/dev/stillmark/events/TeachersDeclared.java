package dev.stillmark.events;

import java.util.List;

/** The detectors that a fingerprint service holds, sent to {@code signals} when it starts. */
public record TeachersDeclared(int schemaVersion, List<DeclaredDetector> detectors) {

  public static final int SCHEMA_VERSION = 1;
}
