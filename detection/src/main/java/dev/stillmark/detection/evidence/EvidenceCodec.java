package dev.stillmark.detection.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** The canonical bytes of an evidence set: header, conflict flags, then fixed-width items. */
final class EvidenceCodec {

  private static final int MAGIC = 0x534d4531;
  private static final int HEADER_BYTES = 21;

  private EvidenceCodec() {}

  static byte[] encode(EvidenceSet set) {
    byte[] flags = conflicts(set).toByteArray();
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + flags.length + set.size() * width(set.scoreWords()));
    out.putInt(MAGIC).putInt(set.capacity()).put((byte) set.scoreWords());
    out.putInt(set.halvings()).putInt(set.size()).putInt(flags.length).put(flags);
    for (int i = 0; i < set.size(); i++) {
      out.putLong(set.group(i)).putLong(set.item(i)).putInt(set.order(i));
      for (int word = 0; word < set.scoreWords(); word++) {
        out.putLong(set.score(i, word));
      }
    }
    return out.array();
  }

  static EvidenceSet decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    require(bytes.length >= HEADER_BYTES && in.getInt() == MAGIC, "starts with the magic SME1");
    int capacity = in.getInt();
    int scoreWords = in.get();
    int halvings = in.getInt();
    int size = in.getInt();
    int flagBytes = in.getInt();
    require(scoreWords == 1 || scoreWords == 2, "has 1 or 2 score words");
    require(capacity > 0 && halvings >= 0 && halvings <= 63, "has capacity and halvings in range");
    require(size >= 0 && flagBytes >= 0 && flagBytes <= (size + 7) / 8, "has sizes in range");
    long expected = HEADER_BYTES + flagBytes + (long) size * width(scoreWords);
    require(bytes.length == expected, "is " + expected + " bytes long but has " + bytes.length);
    byte[] flags = new byte[flagBytes];
    in.get(flags);
    BitSet conflicted = BitSet.valueOf(flags);
    EvidenceSet.Builder items = EvidenceSet.builder(scoreWords, capacity, size, halvings);
    for (int i = 0; i < size; i++) {
      long group = in.getLong();
      long item = in.getLong();
      int order = in.getInt();
      long first = in.getLong();
      long second = scoreWords == 2 ? in.getLong() : 0;
      items.append(group, item, order, first, second, conflicted.get(i));
    }
    EvidenceSet set = items.build();
    require(Arrays.equals(encode(set), bytes), "is in canonical order, without repeats");
    return set;
  }

  private static int width(int scoreWords) {
    return 8 + 8 + 4 + 8 * scoreWords;
  }

  private static BitSet conflicts(EvidenceSet set) {
    BitSet conflicts = new BitSet();
    for (int i = 0; i < set.size(); i++) {
      conflicts.set(i, set.isConflicted(i));
    }
    return conflicts;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("an encoded evidence set " + rule);
    }
  }
}
