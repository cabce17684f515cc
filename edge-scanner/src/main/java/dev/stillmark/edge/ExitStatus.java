package dev.stillmark.edge;

/** What the process tells its caller; scripts depend on the numbers. */
enum ExitStatus {
  NOTHING_FOUND(0),
  FOUND(1),
  UNUSABLE_INPUT(2),
  BUG(70);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
