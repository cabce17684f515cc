package dev.stillmark.edge;

import java.io.PrintStream;

/** Lines as they are. */
record JsonLines(PrintStream out) implements Lines {

  @Override
  public void print(String line) {
    out.println(line);
  }

  @Override
  public void end() {}
}
