package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.CaseStore;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.Reference;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases: suspects, reference panel and policy, declared before anyone looks. */
@Path("/v1/cases")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class CasesResource {

  private final CaseStore cases;

  CasesResource(CaseStore cases) {
    this.cases = cases;
  }

  /** A case in a list. */
  record Name(@JsonProperty("case") String caseName) {}

  /** A case as JSON. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseView(
      @JsonProperty("case") String caseName,
      Policy policy,
      @Nullable List<String> teachers,
      List<String> suspects,
      List<Reference> references) {

    static CaseView of(LegalCase legalCase) {
      return new CaseView(
          legalCase.name(),
          legalCase.policy(),
          legalCase.teachers(),
          legalCase.suspects(),
          legalCase.references());
    }
  }

  @PUT
  @Path("/{case}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("case") String name, byte[] body) {
    LegalCase legalCase = CaseReader.read(name, body);
    boolean created = cases.put(legalCase);
    return Response.status(created ? 201 : 200).entity(CaseView.of(legalCase)).build();
  }

  @GET
  public Page<Name> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    return Page.of(cases.list(Page.after(cursor), shown + 1), shown, name -> name, Name::new);
  }

  @GET
  @Path("/{case}")
  public CaseView get(@PathParam("case") String name) {
    if (Names.fault(name) != null) {
      throw Problems.notFound("case");
    }
    return CaseView.of(cases.find(name).orElseThrow(() -> Problems.notFound("case")));
  }
}
