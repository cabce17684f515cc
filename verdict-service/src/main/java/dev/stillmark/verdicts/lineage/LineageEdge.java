package dev.stillmark.verdicts.lineage;

import dev.stillmark.detection.attribution.Provenance;
import java.util.Optional;

/**
 * What is claimed of two nodes, from the one that gave to the one that got.
 *
 * @param from the id of a node
 * @param to the id of a node
 * @param strength how well the claim is known; empty where the panel itself says it
 */
public record LineageEdge(
    String from, String to, Source source, Claim claim, Optional<Provenance> strength)
    implements LineageElement {

  /** Where a claim comes from. */
  public enum Source {
    /** The reference panel. */
    DOCUMENTED
  }

  /** What an edge says. */
  public enum Claim {
    /** The teacher's outputs are a main part of the model's training data. */
    TAUGHT,
    /** The teacher's outputs are a small part of the model's training data. */
    TAUGHT_IN_PART,
    /** The model's weights were continued. */
    DERIVED,
    /** The model's answers stand for the teacher. */
    REFERENCE
  }

  // Names have no control characters, so that no two edges are one key.
  @Override
  public String key() {
    return "2" + from + "\t" + to + "\t" + source + "\t" + claim;
  }
}
