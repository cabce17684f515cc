package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Teacher;
import java.util.List;
import java.util.Locale;

/**
 * The decision about one suspect and one teacher under a declared policy.
 *
 * @param log10Threshold the e-value that support needed, given how many tests were tried
 * @param tests the keys and canary sets tried against this suspect, over all teachers
 * @param power the best power any ledger A test had at the declared effect; 0 where there was none
 */
public record Verdict(
    Teacher teacher,
    Decision decision,
    double log10Threshold,
    TestFamily tests,
    double power,
    List<Finding> findings) {

  /** K: how many tests share the error rate that the policy allows. */
  public int testsTried() {
    return tests.size();
  }

  /** One sentence that says what the decision rests on. */
  public String explanation() {
    return switch (decision) {
      case Decision.Support _ ->
          String.format(
              Locale.ROOT,
              "A ledger A e-value reaches 10^%.1f, the threshold for K = %d under this policy, and its controls passed.",
              log10Threshold,
              testsTried());
      case Decision.NoSupport noSupport ->
          String.format(
              Locale.ROOT,
              "No ledger A e-value reaches 10^%.1f, although the declared effect would with probability %.3f.",
              log10Threshold,
              noSupport.power());
      case Decision.Inconclusive inconclusive -> inconclusive.reason().explanation();
    };
  }
}
