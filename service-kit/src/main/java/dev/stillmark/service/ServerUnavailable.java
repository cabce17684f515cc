package dev.stillmark.service;

/** A server did not answer in time, or refused: what was asked of it can be asked again. */
public class ServerUnavailable extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public ServerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** The innermost failure in one line: clients wrap what they mean. */
  public static String reasonOf(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    String kind = innermost.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message.lines().findFirst().orElse("");
  }
}
