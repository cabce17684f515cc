package dev.stillmark.verdicts.web;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.verdicts.examination.Evidences;
import dev.stillmark.verdicts.examination.Examination;
import dev.stillmark.verdicts.examination.Examined;
import dev.stillmark.verdicts.examination.PartSummary;
import dev.stillmark.verdicts.intake.Descriptors;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.CaseStore;
import dev.stillmark.verdicts.store.EvidenceRow;
import dev.stillmark.verdicts.store.EvidenceStore;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.Part;
import dev.stillmark.verdicts.store.SuspectStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspects: what became of their outputs, the evidence on them, and the verdicts. */
@Path("/v1/suspects")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class SuspectsResource {

  private final SuspectStore suspects;
  private final CaseStore cases;
  private final EvidenceStore evidence;
  private final Evidences evidences;
  private final Examination examination;

  SuspectsResource(
      SuspectStore suspects,
      CaseStore cases,
      EvidenceStore evidence,
      Evidences evidences,
      Examination examination) {
    this.suspects = suspects;
    this.cases = cases;
    this.evidence = evidence;
    this.evidences = evidences;
    this.examination = examination;
  }

  /** A suspect in a list. */
  record Name(String suspect) {}

  /** The evidence of one detector. */
  record EvidenceView(String detector, String teacher, List<PartSummary> parts) {}

  @GET
  public Page<Name> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    return Page.of(suspects.list(Page.after(cursor), shown + 1), shown, name -> name, Name::new);
  }

  @GET
  @Path("/{suspect}")
  public SuspectView get(String suspect) {
    requireKnown(suspect);
    return SuspectView.of(suspect, suspects.reconcile(suspect));
  }

  @DELETE
  @Path("/{suspect}")
  public void delete(String suspect) {
    if (Names.fault(suspect) != null || !suspects.delete(suspect)) {
      throw Problems.notFound("suspect");
    }
  }

  @GET
  @Path("/{suspect}/verdicts")
  public Page<VerdictView> verdicts(String suspect, @QueryParam("case") @Nullable String caseName) {
    requireKnown(suspect);
    return Page.all(
        examination.examine(suspect, caseOf(suspect, caseName)).verdicts().stream()
            .map(verdict -> VerdictView.of(suspect, verdict))
            .toList());
  }

  private @Nullable LegalCase caseOf(String suspect, @Nullable String name) {
    if (name == null) {
      return cases.latestWith(suspect).flatMap(cases::find).orElse(null);
    }
    LegalCase found =
        Names.fault(name) == null
            ? cases.find(name).orElseThrow(() -> Problems.notFound("case"))
            : null;
    if (found == null || !found.suspects().contains(suspect)) {
      throw Problems.notFound("suspect in this case");
    }
    return found;
  }

  @GET
  @Path("/{suspect}/evidence")
  public Page<EvidenceView> evidence(String suspect) {
    requireKnown(suspect);
    return Page.all(
        examination.examine(suspect, null).examined().stream()
            .map(SuspectsResource::view)
            .toList());
  }

  static EvidenceView view(Examined examined) {
    Descriptor descriptor = examined.descriptor();
    return new EvidenceView(descriptor.id(), descriptor.teacher().name(), examined.parts());
  }

  @GET
  @Path("/{suspect}/evidence/{detector}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public byte[] bytes(
      String suspect, String detector, @QueryParam("part") @DefaultValue("items") String part) {
    requireKnown(suspect);
    EvidenceRow row =
        evidence.of(suspect).stream()
            .filter(e -> e.detector.equals(detector))
            .findFirst()
            .orElseThrow(() -> Problems.notFound("evidence"));
    DeclaredDetector declared =
        evidence.detectors().stream()
            .filter(d -> d.id().equals(detector))
            .findFirst()
            .orElseThrow(() -> Problems.notFound("detector"));
    return evidences.bytes(row, Descriptors.of(declared), part(part));
  }

  private static Part part(String code) {
    return Arrays.stream(Part.values())
        .filter(part -> part.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Problems.parameter("part", "must be items, decoys or coverage"));
  }

  private void requireKnown(String suspect) {
    if (Names.fault(suspect) != null || !suspects.exists(suspect)) {
      throw Problems.notFound("suspect");
    }
  }
}
