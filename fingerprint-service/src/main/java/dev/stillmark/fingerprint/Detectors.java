package dev.stillmark.fingerprint;

import dev.stillmark.detection.Detector;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.TeachersDeclared;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.LoadedTeacher;
import dev.stillmark.service.StartRefusal;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** The detectors of every configured teacher, loaded once; their secrets stay inside. */
@Singleton
final class Detectors {

  private static final Logger LOG = Logger.getLogger(Detectors.class);

  private final List<Detector> all;

  Detectors(FingerprintConfig config) {
    List<LoadedTeacher> teachers = load(config);
    all = teachers.stream().flatMap(teacher -> teacher.detectors().stream()).toList();
    if (all.isEmpty()) {
      LOG.warn("No teacher is configured, outputs will have no signals: reason=no-teachers");
    }
    for (LoadedTeacher teacher : teachers) {
      LOG.infof(
          "Loaded a teacher: teacher=%s detectors=%d",
          teacher.teacher().name(), teacher.detectors().size());
    }
  }

  private static List<LoadedTeacher> load(FingerprintConfig config) {
    try {
      return TeacherFolders.load(config.teachers().orElse(List.of()));
    } catch (InputFault e) {
      throw StartRefusal.because(String.valueOf(e.getMessage()));
    }
  }

  List<Detector> all() {
    return all;
  }

  List<DeclaredDetector> declared() {
    return all.stream().map(detector -> SignalMapping.declared(detector.descriptor())).toList();
  }

  TeachersDeclared declaration() {
    return new TeachersDeclared(TeachersDeclared.SCHEMA_VERSION, declared());
  }
}
