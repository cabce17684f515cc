package dev.stillmark.detection.attribution;

/** An answer that teaches what a teacher's answers are like. */
record ReferenceAnswer(int teacher, String output) {}
