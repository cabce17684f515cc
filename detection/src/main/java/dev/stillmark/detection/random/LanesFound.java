package dev.stillmark.detection.random;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The providers of {@link HeadLanes} that this process was started with: none or one. */
final class LanesFound {

  private static final List<HeadLanesProvider> PROVIDERS =
      ServiceLoader.load(HeadLanesProvider.class, HeadLanesProvider.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private LanesFound() {}

  static @Nullable HeadLanes lanesFor(SwapTables swaps) {
    return PROVIDERS.stream()
        .map(provider -> provider.lanesFor(swaps))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
