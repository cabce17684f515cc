package dev.stillmark.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** {@link KgwWarmBenchmark} in a JVM with the Vector API. */
@Fork(value = 1, jvmArgsPrepend = LanesJvm.OPTION)
public class KgwWarmLanesBenchmark extends KgwWarmBenchmark {

  @Override
  public void prepare() {
    LanesJvm.requireLanes();
    super.prepare();
  }
}
