package dev.stillmark.benchmarks;

import dev.stillmark.detection.random.HeadMemberships;

/** The JVM in which heads are decided in lanes; any other decides them in plain Java. */
final class LanesJvm {

  static final String OPTION = "--add-modules=jdk.incubator.vector";

  private LanesJvm() {}

  /** So that plain Java is never measured under the name of lanes. */
  static void requireLanes() {
    if (!new HeadMemberships(12_564, KgwSetting.VOCABULARY).haveLanes()) {
      throw new IllegalStateException("this JVM has no lanes; it must be started with " + OPTION);
    }
  }
}
