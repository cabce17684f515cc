package dev.stillmark.runner;

/** What a command's exit says to scripts. */
final class ExitCode {

  static final int DONE = 0;

  /** Support was found, or the demo's verdicts were not the expected ones. */
  static final int FOUND = 1;

  /** A usage or input error, or the suite could not run. */
  static final int INPUT = 2;

  private ExitCode() {}
}
