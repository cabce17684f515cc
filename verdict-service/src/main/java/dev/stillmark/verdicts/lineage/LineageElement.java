package dev.stillmark.verdicts.lineage;

/** A node or an edge of a lineage graph. */
public sealed interface LineageElement permits LineageNode, LineageEdge {

  /** Unique in its graph; nodes come before edges. */
  String key();
}
