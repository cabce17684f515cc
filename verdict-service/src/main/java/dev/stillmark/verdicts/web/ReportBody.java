package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.verdicts.store.Reference;
import java.util.List;

/** A report as it is stored: verdicts, findings, and everything needed to redo them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportBody(
    String reportId,
    int version,
    String issuedAt,
    @JsonProperty("case") String caseName,
    Policy policy,
    SuspectView suspect,
    List<VerdictView> verdicts,
    List<Reference> panel,
    List<SuspectsResource.EvidenceView> evidence,
    List<String> notShown,
    Software software) {

  /** What made the report. */
  record Software(String name, String version) {}

  /** What the findings leave open; a court should not have to ask. */
  static final List<String> NOT_SHOWN =
      List.of(
          "Intent: the findings say nothing about what anyone knew or wanted.",
          "Route: the teacher's outputs may have come through the public web, bought data,"
              + " a sibling model or a permitted use; the findings do not tell these apart.",
          "Quantity: the findings do not say how many of the teacher's outputs were used.",
          "Key custody: the findings hold only if nobody who prepared prompts or training data"
              + " had the secret key; who held it is for the custodian to show.",
          "Registration: this examination is exploratory: it was not pre-registered, so hypotheses,"
              + " thresholds and stopping rule rest on the declared policy alone.",
          "Absence: a verdict of no-support exonerates only up to the stated power at the declared"
              + " effect; an inconclusive one exonerates nobody.");
}
