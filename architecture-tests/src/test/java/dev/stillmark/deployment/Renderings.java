package dev.stillmark.deployment;

import java.util.List;
import java.util.stream.Stream;

/** Everything that is meant to be applied, rendered once. */
final class Renderings {

  static final Rendering BASE = Kustomize.render("base");
  static final Rendering LOCAL = Kustomize.render("overlays/local");
  static final Rendering PRODUCTION = Kustomize.render("overlays/production");
  static final Rendering KEDA = production("keda");
  static final Rendering STRIMZI = production("strimzi");
  static final Rendering PROMETHEUS = production("prometheus");
  static final Rendering WHOLE = production("keda", "strimzi", "prometheus");

  private Renderings() {}

  static Stream<Rendering> all() {
    return Stream.concat(Stream.of(BASE), applied());
  }

  static Stream<Rendering> applied() {
    return Stream.concat(Stream.of(LOCAL), productions());
  }

  static Stream<Rendering> productions() {
    return Stream.of(PRODUCTION, KEDA, STRIMZI, PROMETHEUS, WHOLE);
  }

  private static Rendering production(String... components) {
    return Kustomize.render(
        "overlays/production",
        Stream.of(components).map(component -> "components/" + component).toList(),
        List.of());
  }
}
