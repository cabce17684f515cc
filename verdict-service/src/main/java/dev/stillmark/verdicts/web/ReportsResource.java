package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import dev.stillmark.verdicts.examination.Evidences;
import dev.stillmark.verdicts.examination.Examination;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.CaseStore;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.ReportRow;
import dev.stillmark.verdicts.store.ReportStore;
import dev.stillmark.verdicts.store.SuspectStore;
import dev.stillmark.verdicts.store.Uuid7;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reports: issued once, never changed, read as JSON or as a page. */
@Path("/v1/reports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ReportsResource {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final ReportStore reports;
  private final CaseStore cases;
  private final SuspectStore suspects;
  private final Examination examination;
  private final ReportPage page;
  private final Clock clock;
  private final Uuid7 ids;
  private final String software;

  ReportsResource(
      ReportStore reports,
      CaseStore cases,
      SuspectStore suspects,
      Examination examination,
      ReportPage page,
      Clock clock,
      Uuid7 ids,
      @ConfigProperty(name = "quarkus.application.version") String software) {
    this.reports = reports;
    this.cases = cases;
    this.suspects = suspects;
    this.examination = examination;
    this.page = page;
    this.clock = clock;
    this.ids = ids;
    this.software = software;
  }

  /** Which report to issue. */
  record Order(@JsonProperty("case") @Nullable String caseName, @Nullable String suspect) {}

  /** A report in a list. */
  record Item(
      UUID reportId,
      @JsonProperty("case") String caseName,
      String suspect,
      Instant issuedAt,
      int version,
      String sha256) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response issue(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
    String usable = requireKey(key);
    Order order = order(body);
    ReportRow stored =
        reports.byIdempotencyKey(usable).orElseGet(() -> reports.insert(make(usable, order)));
    if (!stored.caseName.equals(order.caseName()) || !stored.suspect.equals(order.suspect())) {
      throw new ProblemException(
          Problem.of(
              422,
              "idempotency-key-reused",
              "Idempotency key reused",
              "The Idempotency-Key was used for another report."));
    }
    return Response.created(URI.create("/v1/reports/" + stored.id))
        .entity(stored.body)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .tag(stored.sha256)
        .build();
  }

  private static String requireKey(@Nullable String key) {
    String fault = Names.fault(key);
    if (key == null || fault != null) {
      throw new ProblemException(
          Problem.of(
              400,
              "missing-idempotency-key",
              "Missing idempotency key",
              "The header Idempotency-Key " + (fault == null ? "must be present" : fault)));
    }
    return key;
  }

  private static Order order(byte[] body) {
    Order order;
    try {
      order = MAPPER.readValue(body, Order.class);
    } catch (JsonProcessingException e) {
      throw Problems.invalid(
          List.of(
              Problems.broken(
                  null, "invalid-json", "must be an object with the fields case and suspect")));
    } catch (IOException e) {
      throw new IllegalStateException("reading an array in memory cannot fail", e);
    }
    if (order == null
        || Names.fault(order.caseName()) != null
        || Names.fault(order.suspect()) != null) {
      throw Problems.invalid(
          List.of(Problems.broken(null, "missing-field", "case and suspect must be names")));
    }
    return order;
  }

  private ReportRow make(String key, Order order) {
    String suspect = String.valueOf(order.suspect());
    LegalCase legalCase =
        cases.find(String.valueOf(order.caseName())).orElseThrow(() -> Problems.notFound("case"));
    if (!legalCase.suspects().contains(suspect) || !suspects.exists(suspect)) {
      throw Problems.notFound("suspect in this case");
    }
    UUID id = ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String body = write(body(id, now, suspect, legalCase));
    String sha256 = Evidences.sha256(body.getBytes(StandardCharsets.UTF_8));
    return new ReportRow(id, legalCase.name(), suspect, now, key, body, sha256);
  }

  private ReportBody body(UUID id, Instant now, String suspect, LegalCase legalCase) {
    Examination.Result result = examination.examine(suspect, legalCase);
    return new ReportBody(
        id.toString(),
        1,
        now.toString(),
        legalCase.name(),
        legalCase.policy(),
        SuspectView.of(suspect, result.collections()),
        result.verdicts().stream().map(verdict -> VerdictView.of(suspect, verdict)).toList(),
        legalCase.references(),
        result.examined().stream().map(SuspectsResource::view).toList(),
        ReportBody.NOT_SHOWN,
        new ReportBody.Software("stillmark", software));
  }

  private static String write(ReportBody body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report can always be written", e);
    }
  }

  @GET
  public Page<Item> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    return Page.of(
        reports.list(Page.afterId(cursor), shown + 1),
        shown,
        row -> row.id.toString(),
        row -> new Item(row.id, row.caseName, row.suspect, row.issuedAt, row.version, row.sha256));
  }

  @GET
  @Path("/{id}")
  public Response get(String id, @Context Request request) {
    ReportRow row = find(id);
    EntityTag tag = new EntityTag(row.sha256);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.header("Vary", "Accept").build()
        : Response.ok(row.body, MediaType.APPLICATION_JSON_TYPE)
            .tag(tag)
            .header("Vary", "Accept")
            .build();
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.TEXT_HTML)
  public Response html(String id, @Context Request request) {
    ReportRow row = find(id);
    EntityTag tag = new EntityTag(row.sha256 + "-html");
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.header("Vary", "Accept").build()
        : Response.ok(page.render(row.body, row.sha256), "text/html;charset=UTF-8")
            .tag(tag)
            .header("Vary", "Accept")
            .header("X-Content-Type-Options", "nosniff")
            .header(
                "Content-Security-Policy",
                "default-src 'none'; style-src '"
                    + page.styleHash()
                    + "'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'")
            .build();
  }

  private ReportRow find(String id) {
    return reports.find(Problems.id(id, "report")).orElseThrow(() -> Problems.notFound("report"));
  }
}
