package dev.stillmark.detection.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Up to eight bytes read as one number, from arrays with {@link #PADDING} bytes to spare. */
final class Words {

  static final int PADDING = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** The eight bytes from {@code from} on. */
  static long at(byte[] padded, int from) {
    return (long) LONGS.get(padded, from);
  }

  /** The first {@code length} bytes, 1 or more, with zeros after them; the first eight of more. */
  static long at(byte[] padded, int from, int length) {
    long word = at(padded, from);
    return length < Long.BYTES ? word & (-1L >>> -(length << 3)) : word;
  }
}
