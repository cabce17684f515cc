package dev.stillmark.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** {@link KgwColdBenchmark} in a JVM with the Vector API. */
@Fork(value = 1, jvmArgsPrepend = LanesJvm.OPTION)
public class KgwColdLanesBenchmark extends KgwColdBenchmark {

  @Override
  public void prepare() {
    LanesJvm.requireLanes();
    super.prepare();
  }
}
