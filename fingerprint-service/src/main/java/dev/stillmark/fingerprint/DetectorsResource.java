package dev.stillmark.fingerprint;

import dev.stillmark.events.DeclaredDetector;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The public halves of the detectors, as they are declared to the verdict service. */
@Path("/v1/detectors")
@Produces(MediaType.APPLICATION_JSON)
public final class DetectorsResource {

  private final Detectors detectors;

  DetectorsResource(Detectors detectors) {
    this.detectors = detectors;
  }

  /** All of them; a service holds few, so the list is whole. */
  public record DetectorList(List<DeclaredDetector> detectors) {}

  @GET
  public DetectorList list() {
    return new DetectorList(detectors.declared());
  }
}
