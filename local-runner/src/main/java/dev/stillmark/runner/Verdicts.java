package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.files.CaseDefinition;
import dev.stillmark.files.CaseDefinition.ReferenceFiles;
import dev.stillmark.files.CaseDefinition.SuspectFiles;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The verdict service as the runner uses it: a case, the waiting, a report. */
final class Verdicts {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServiceClient verdict;
  private final Progress progress;
  private final Path logs;

  Verdicts(ServiceClient verdict, Progress progress, Path logs) {
    this.verdict = verdict;
    this.progress = progress;
    this.logs = logs;
  }

  void declare(CaseDefinition definition, List<String> teachers) throws InterruptedException {
    ObjectNode body = Json.object();
    ObjectNode policy = body.putObject("policy").put("alpha", definition.policy().alpha());
    Double effect = definition.policy().effect();
    if (effect != null) {
      policy.put("effect", effect);
    }
    policy.put("power", definition.policy().power());
    policy.put("ledgerBAlpha", definition.policy().ledgerBAlpha());
    ArrayNode teacherNames = body.putArray("teachers");
    teachers.forEach(teacherNames::add);
    ArrayNode suspects = body.putArray("suspects");
    for (SuspectFiles suspect : definition.suspects()) {
      suspects.add(suspect.name());
    }
    ArrayNode references = body.putArray("references");
    definition.references().forEach(reference -> add(references, reference));
    verdict.fetch(
        verdict
            .request(ServiceClient.path("v1", "cases", definition.name()))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build());
  }

  private static void add(ArrayNode references, ReferenceFiles reference) {
    ObjectNode node =
        references.addObject().put("name", reference.name()).put("family", reference.family());
    if (reference.released() != null) {
      node.put("released", String.valueOf(reference.released()));
    }
    if (reference.provenance() != null) {
      node.put("provenance", reference.provenance());
    }
  }

  /** Waits until all that ingest accepted of {@code model} is accounted for. */
  void awaitReconciled(String model, long accepted) throws InterruptedException {
    Reconciliation last = null;
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Reconciliation now = reconciliationOf(model);
      if (now.accountsFor(accepted)) {
        return;
      }
      if (!now.equals(last)) {
        last = now;
        deadline = Instant.now().plus(PATIENCE);
        progress.count("%s: %d of %d outputs scored", model, now.arrived(), accepted);
      } else if (Instant.now().isAfter(deadline)) {
        throw new Fault(
            "%s: ingest accepted %d outputs and the services account for %s; their logs are in %s"
                .formatted(model, accepted, now, logs));
      }
      Thread.sleep(200);
    }
  }

  private Reconciliation reconciliationOf(String model) throws InterruptedException {
    HttpRequest request = verdict.request(ServiceClient.path("v1", "suspects", model)).build();
    var response = verdict.send(request);
    if (response.statusCode() == 404) {
      return Reconciliation.NOTHING;
    }
    return Reconciliation.of(verdict.fetchJson(request));
  }

  /** One verdict per teacher of the case. */
  List<JsonNode> verdictsOn(String suspect, String caseName) throws InterruptedException {
    HttpRequest request =
        verdict
            .request(
                ServiceClient.path("v1", "suspects", suspect, "verdicts")
                    + "?limit=100&case="
                    + ServiceClient.path(caseName).substring(1))
            .build();
    JsonNode page = verdict.fetchJson(request);
    return page.path("items").valueStream().toList();
  }

  /** Issues a report and gives its id. */
  String issueReport(String suspect, String caseName) throws InterruptedException {
    ObjectNode body = Json.object().put("case", caseName).put("suspect", suspect);
    JsonNode issued =
        verdict.fetchJson(
            verdict
                .request("/v1/reports")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    return issued.path("reportId").asText();
  }

  byte[] report(String id, String mediaType) throws InterruptedException {
    return verdict.fetch(
        verdict
            .request(ServiceClient.path("v1", "reports", id))
            .header("Accept", mediaType)
            .build());
  }
}
