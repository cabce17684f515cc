package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.verdicts.store.EvidenceStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The teachers that a fingerprint service has declared; never a key. */
@Path("/v1/teachers")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class TeachersResource {

  private final EvidenceStore evidence;

  TeachersResource(EvidenceStore evidence) {
    this.evidence = evidence;
  }

  /** A teacher and the public halves of its detectors. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TeacherView(
      String teacher, String vendor, @Nullable String released, List<DetectorView> detectors) {}

  /** The public half of a detector. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DetectorView(
      String id,
      DeclaredDetector.@Nullable Watermark watermark,
      DeclaredDetector.@Nullable Phrases phrases,
      DeclaredDetector.@Nullable Canaries canaries) {}

  @GET
  public Page<TeacherView> list() {
    Map<String, List<DeclaredDetector>> byTeacher = new TreeMap<>();
    for (DeclaredDetector detector : evidence.detectors()) {
      byTeacher.computeIfAbsent(detector.teacher(), _ -> new ArrayList<>()).add(detector);
    }
    return Page.all(byTeacher.values().stream().map(TeachersResource::view).toList());
  }

  private static TeacherView view(List<DeclaredDetector> detectors) {
    DeclaredDetector any = detectors.getFirst();
    return new TeacherView(
        any.teacher(),
        any.vendor(),
        any.released(),
        detectors.stream()
            .map(d -> new DetectorView(d.id(), d.watermark(), d.phrases(), d.canaries()))
            .toList());
  }
}
