package dev.stillmark.edge;

/** An option whose value breaks a rule that only its files could tell. */
final class OptionFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The message begins with the option's name. */
  OptionFault(String message) {
    super(message);
  }

  OptionFault(String message, IllegalArgumentException cause) {
    super(message, cause);
  }
}
