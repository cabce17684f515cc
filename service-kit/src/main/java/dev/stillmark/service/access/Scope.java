package dev.stillmark.service.access;

/** What a token may be good for; none of them contains another. */
public enum Scope {
  OUTPUTS_WRITE("outputs.write"),
  VERDICTS_READ("verdicts.read"),
  REPORTS_READ("reports.read"),
  REPORTS_ISSUE("reports.issue"),
  AUDIT_READ("audit.read"),
  /** Deleting, and whatever no other scope was named for. */
  ADMIN("admin");

  private final String claim;

  Scope(String claim) {
    this.claim = claim;
  }

  /** How it stands in a token. */
  public String claim() {
    return claim;
  }
}
