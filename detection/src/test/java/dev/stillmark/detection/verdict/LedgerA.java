package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Teacher;
import java.util.List;

/** Ledger A findings of which only p and e matter. */
final class LedgerA {

  static final Teacher TEACHER = new Teacher("aurora", "Aurora Labs", null);

  private LedgerA() {}

  static Finding.Watermark secret(String id, double log10P, double log10E) {
    return watermark(id, false, log10P, log10E);
  }

  static Finding.Watermark published(String id, double log10P, double log10E) {
    return watermark(id, true, log10P, log10E);
  }

  static Finding.Canaries canaries(String id, double log10E) {
    Descriptor.Canaries set = new Descriptor.Canaries(id, TEACHER, "0".repeat(64), 4, 1000, 1);
    return new Finding.Canaries(set, 4, 0, 4, 4, 1, log10E);
  }

  private static Finding.Watermark watermark(
      String id, boolean published, double log10P, double log10E) {
    return new Finding.Watermark(
        key(id, published),
        9,
        0,
        900,
        0,
        0,
        9,
        900,
        225,
        log10P,
        log10P,
        log10E,
        null,
        null,
        0,
        List.of());
  }

  static Descriptor.Watermark key(String id, boolean published) {
    return new Descriptor.Watermark(
        id,
        TEACHER,
        "kgw/transformers/lefthash",
        new NullLaw.GreenList(4096, 1024),
        1,
        "r50k_base",
        "0123456789ab",
        "0".repeat(64),
        published,
        new DecoyPlan(127, 1, true));
  }
}
