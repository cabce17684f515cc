package dev.stillmark.detection;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a piece of code allocates in the thread that runs it. */
public final class AllocatedBytes {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedBytes() {}

  /** By the second of two runs, so that scratch space and classes are there; asking is left out. */
  public static long by(Runnable code) {
    measure(code);
    long asking = measure(() -> {});
    return measure(code) - asking;
  }

  private static long measure(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    code.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
