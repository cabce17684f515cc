package dev.stillmark.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** {@link KgwManyKeysBenchmark} in a JVM with the Vector API. */
@Fork(value = 1, jvmArgsPrepend = LanesJvm.OPTION)
public class KgwManyKeysLanesBenchmark extends KgwManyKeysBenchmark {

  @Override
  public void prepare() {
    LanesJvm.requireLanes();
    super.prepare();
  }
}
