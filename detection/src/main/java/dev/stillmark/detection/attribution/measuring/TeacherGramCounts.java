package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/**
 * How many reference answers of each teacher hold each gram that enough of them hold.
 *
 * <p>Answers come twice, so that memory goes to frequent grams alone: the first time they are
 * counted by up to 2^24 buckets, the second time those grams are whose bucket is full enough.
 */
final class TeacherGramCounts {

  private static final int MOST_BUCKETS = 1 << 24;
  private static final int BUCKETS_BY_ANSWER = 1 << 12;

  private final int teachers;
  private final int least;
  private final byte[] buckets;
  private final GramTable table = new GramTable();
  private final long[] totals;
  private int[] counts = new int[1 << 12];

  /**
   * @param answers how many will come
   * @param least the fewest answers that a gram must be in, at most 127
   */
  TeacherGramCounts(int teachers, int answers, int least) {
    this.teachers = teachers;
    this.least = Math.min(least, Byte.MAX_VALUE);
    totals = new long[teachers];
    long wanted = Math.min(MOST_BUCKETS, (answers + 1L) * BUCKETS_BY_ANSWER);
    buckets = new byte[(int) Long.highestOneBit(wanted)];
  }

  /** The first time that an answer comes, as its distinct grams. */
  void survey(int teacher, long[] grams, int count) {
    totals[teacher] += count;
    for (int i = 0; i < count; i++) {
      int bucket = bucket(grams[i]);
      if (buckets[bucket] < Byte.MAX_VALUE) {
        buckets[bucket]++;
      }
    }
  }

  private int bucket(long gram) {
    return (int) (gram >>> 40) & (buckets.length - 1);
  }

  /** The second time, after the first time of all. */
  void count(int teacher, long[] grams, int count) {
    for (int i = 0; i < count; i++) {
      if (buckets[bucket(grams[i])] >= least) {
        increment(table.numberOrNext(grams[i]) * teachers + teacher);
      }
    }
  }

  private void increment(int place) {
    if (place >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(place + 1, counts.length * 2));
    }
    counts[place]++;
  }

  /** The grams that were counted, by number; a few among them are in fewer answers than asked. */
  long[] grams() {
    return table.grams();
  }

  int answersWith(int number, int teacher) {
    int place = number * teachers + teacher;
    return place < counts.length ? counts[place] : 0;
  }

  int answersWith(int number) {
    int answers = 0;
    for (int teacher = 0; teacher < teachers; teacher++) {
      answers += answersWith(number, teacher);
    }
    return answers;
  }

  /** The distinct grams of all answers of a teacher, rare ones included, summed. */
  long total(int teacher) {
    return totals[teacher];
  }

  long total() {
    return Arrays.stream(totals).sum();
  }
}
