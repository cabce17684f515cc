package dev.stillmark.verdicts.web;

import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.PanelRow;
import dev.stillmark.verdicts.store.PanelStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The stored panels, of which a request names one. */
@Singleton
final class Panels {

  private final PanelStore store;

  Panels(PanelStore store) {
    this.store = store;
  }

  /** The panel of that version; a problem if there is none. */
  PanelRow find(String version) {
    if (Names.fault(version) != null) {
      throw Problems.notFound("panel");
    }
    return store.find(version).orElseThrow(() -> Problems.notFound("panel"));
  }

  static ReferencePanel read(PanelRow row) {
    return PanelReader.read(row.version, row.body.getBytes(StandardCharsets.UTF_8));
  }
}
