package dev.stillmark.detection.watermark.edit;

import java.util.Arrays;

/**
 * The least edit cost between a text and as many rows of a random sequence, over all cyclic shifts
 * of the sequence.
 *
 * <p>A token costs what its row says, leaving out a token or a row costs γ; all sums are 32-bit
 * floats in the reference's order. The shifts are worked on side by side: a cell of the usual table
 * is a strip of one number for each shift. Scratch space of one thread.
 */
final class Alignment {

  private final int[] typeOf;
  private final int rows;
  private final float gamma;

  /** By type: what a token of it costs at each row, twice over, so that no shift has to wrap. */
  private final float[][] costs;

  private float[][] above;
  private float[][] below;

  Alignment(TokenTypes types, int rows, double gamma) {
    this.typeOf = types.typeOf();
    this.rows = rows;
    this.gamma = (float) gamma;
    this.costs = new float[types.count()][2 * rows];
    this.above = new float[typeOf.length + 1][rows];
    this.below = new float[typeOf.length + 1][rows];
  }

  void setCost(int type, int row, float cost) {
    costs[type][row] = cost;
    costs[type][row + rows] = cost;
  }

  /** The least cost under the costs that were set. */
  double least() {
    for (int j = 0; j <= typeOf.length; j++) {
      Arrays.fill(above[j], j * gamma);
    }
    for (int i = 1; i <= typeOf.length; i++) {
      Arrays.fill(below[0], i * gamma);
      for (int j = 1; j <= typeOf.length; j++) {
        align(above[j], below[j - 1], above[j - 1], costs[typeOf[i - 1]], (j - 1) % rows, below[j]);
      }
      float[][] swapped = above;
      above = below;
      below = swapped;
    }
    float least = Float.POSITIVE_INFINITY;
    for (float cost : above[typeOf.length]) {
      least = Math.min(least, cost);
    }
    return least;
  }

  private void align(
      float[] up, float[] left, float[] diagonal, float[] cost, int firstRow, float[] cell) {
    for (int shift = 0; shift < rows; shift++) {
      float skip = Math.min(up[shift] + gamma, left[shift] + gamma);
      cell[shift] = Math.min(skip, diagonal[shift] + cost[firstRow + shift]);
    }
  }
}
