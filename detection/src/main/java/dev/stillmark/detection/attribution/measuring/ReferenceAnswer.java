package dev.stillmark.detection.attribution.measuring;

/** An answer that teaches what a teacher's answers are like. */
record ReferenceAnswer(int teacher, String output) {}
