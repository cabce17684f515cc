package dev.stillmark.edge;

/** Where results go, for a program or for a person. */
sealed interface ScanReport permits JsonLinesReport, TextReport {

  void output(SeenInOutput seen);

  void summary(ScanSummary summary);
}
