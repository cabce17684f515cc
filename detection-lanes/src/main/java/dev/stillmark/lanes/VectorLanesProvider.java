package dev.stillmark.lanes;

import dev.stillmark.detection.random.HeadLanes;
import dev.stillmark.detection.random.HeadLanesProvider;
import dev.stillmark.detection.random.SwapTables;
import java.util.Optional;

/**
 * Gives {@link VectorLanes} to a JVM that was started with {@code --add-modules
 * jdk.incubator.vector}, has vectors of eight ints and compiles for them.
 *
 * <p>Nothing of the Vector API is linked before the module is known to be there.
 */
public final class VectorLanesProvider implements HeadLanesProvider {

  /** The API's vectors are objects until the optimising compiler has put them into registers. */
  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          && System.getProperty("org.graalvm.nativeimage.imagecode") == null
          && compilesForVectors(System.getProperty("java.vm.info", ""))
          && VectorLanes.fit();

  /** Of smaller divisors so many divide that nearly every run would have to be looked at again. */
  private static final int SMALLEST_DIVISOR = 1024;

  /** The loader of services calls it. */
  public VectorLanesProvider() {}

  @Override
  public Optional<HeadLanes> lanesFor(SwapTables swaps) {
    return AVAILABLE && swaps.size() - swaps.head() >= SMALLEST_DIVISOR
        ? Optional.of(new VectorLanes(swaps))
        : Optional.empty();
  }

  /** HotSpot says "emulated-client" where it was told to stop at its first compiler. */
  static boolean compilesForVectors(String virtualMachine) {
    return !virtualMachine.contains("interpreted") && !virtualMachine.contains("emulated-client");
  }
}
