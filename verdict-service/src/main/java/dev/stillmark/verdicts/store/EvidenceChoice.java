package dev.stillmark.verdicts.store;

import dev.stillmark.events.DeclaredDetector;
import java.util.List;
import java.util.Set;

/** Decides which evidence is read in full, once its owners and versions are known. */
@FunctionalInterface
public interface EvidenceChoice {

  /** The ids among {@code rows} whose segments are needed. */
  Set<Long> choose(List<DeclaredDetector> detectors, List<EvidenceRow> rows);
}
