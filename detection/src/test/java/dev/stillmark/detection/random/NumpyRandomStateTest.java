package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumpyRandomStateTest {

  @Test
  void doubles_are_those_of_numpy() {
    NumpyRandomState zero = NumpyRandomState.seededWith(0);
    NumpyRandomState greatest = NumpyRandomState.seededWith(-1);

    assertThat(zero.nextDouble()).isEqualTo(0.5488135039273248);
    assertThat(zero.nextDouble()).isEqualTo(0.7151893663724195);
    assertThat(greatest.nextDouble()).isEqualTo(0.0976320289940138);
  }

  @Test
  void skipping_draws_leads_where_drawing_them_leads() {
    for (int count : new int[] {0, 1, 311, 312, 313, 1000, 5000}) {
      NumpyRandomState drawn = NumpyRandomState.seededWith(7);
      NumpyRandomState skipped = NumpyRandomState.seededWith(7);
      for (int i = 0; i < count; i++) {
        drawn.nextDouble();
      }

      skipped.skip(count);

      assertThat(skipped.nextDouble()).as("after %d", count).isEqualTo(drawn.nextDouble());
    }
  }
}
