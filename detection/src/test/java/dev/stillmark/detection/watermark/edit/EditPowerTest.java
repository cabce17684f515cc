package dev.stillmark.detection.watermark.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts sampled with the key's sequence, from a shift of their own, and then edited. */
class EditPowerTest {

  private static final int V = 128;
  private static final int N = 32;
  private static final int LENGTH = 30;
  private static final int KEY = 77;
  private static final int RUNS = 199;

  @Test
  void exp_edit_finds_text_of_its_key_through_edits() {
    EditScheme scheme = new ExpEditScheme(V, N, 0);
    long[] text = edited(writeExp(11));

    assertThat(scheme.detect(WatermarkKey.of(KEY), text, RUNS, 5).nullsAtMost()).isZero();
    assertThat(scheme.detect(WatermarkKey.of(KEY + 1), text, RUNS, 5).p()).isGreaterThan(0.05);
  }

  @Test
  void its_edit_finds_text_of_its_key_through_edits() {
    EditScheme scheme = new ItsEditScheme(V, N, 1);
    long[] text = edited(writeIts(7));

    assertThat(scheme.detect(WatermarkKey.of(KEY), text, RUNS, 5).nullsAtMost()).isZero();
    assertThat(scheme.detect(WatermarkKey.of(KEY + 1), text, RUNS, 5).p()).isGreaterThan(0.05);
  }

  /** From an even distribution: the token whose uniform number is the greatest. */
  private static long[] writeExp(int shift) {
    TorchGenerator generator = TorchGenerator.seededWith(KEY);
    long[] greatest = new long[N];
    for (int row = 0; row < N; row++) {
      long[] draws = new long[V];
      Arrays.setAll(draws, _ -> Integer.toUnsignedLong(generator.nextInt()));
      long most = Arrays.stream(draws).max().orElseThrow();
      greatest[row] = indexOf(draws, most);
    }
    return shifted(greatest, shift);
  }

  /** From an even distribution: the token at the row's share of the permutation. */
  private static long[] writeIts(int shift) {
    TorchGenerator generator = TorchGenerator.seededWith(KEY);
    int[] order = generator.permutation(V);
    long[] tokens = new long[N];
    Arrays.setAll(tokens, _ -> order[(int) (generator.nextFloatBits() * 0x1p-24 * V)]);
    return shifted(tokens, shift);
  }

  private static int indexOf(long[] draws, long draw) {
    int at = 0;
    while (draws[at] != draw) {
      at++;
    }
    return at;
  }

  private static long[] shifted(long[] byRow, int shift) {
    long[] text = new long[LENGTH];
    Arrays.setAll(text, at -> byRow[(at + shift) % N]);
    return text;
  }

  /** One token replaced, one left out, one put in. */
  private static long[] edited(long[] text) {
    Random random = new Random(21);
    long[] edited = text.clone();
    edited[4] = random.nextInt(V);
    System.arraycopy(text, 11, edited, 10, 10);
    edited[20] = random.nextInt(V);
    return edited;
  }
}
