package dev.stillmark.detection.attribution.measuring;

/** How far each number of a model's style moves; a third of what is usual is added to all. */
final class StyleSpread {

  private static final double SHARE_OF_USUAL = 0.3;
  private static final double SMALLEST = 1e-9;

  private StyleSpread() {}

  /**
   * By row and number of style.
   *
   * @param squares of the moves, summed over prompts
   * @param answered how many prompts each model answered
   * @param panel how many rows, the first ones, say what is usual
   */
  static double[][] of(double[][] squares, int[] answered, int panel) {
    int size = squares.length == 0 ? 0 : squares[0].length;
    double[] usual = usual(squares, answered, panel, size);
    double[][] spreads = new double[squares.length][size];
    for (int row = 0; row < squares.length; row++) {
      for (int i = 0; i < size; i++) {
        double own = Math.sqrt(squares[row][i] / Math.max(1, answered[row]));
        spreads[row][i] = own + SHARE_OF_USUAL * usual[i];
      }
    }
    return spreads;
  }

  private static double[] usual(double[][] squares, int[] answered, int panel, int size) {
    double[] usual = new double[size];
    long answers = 0;
    for (int row = 0; row < panel; row++) {
      answers += answered[row];
      for (int i = 0; i < size; i++) {
        usual[i] += squares[row][i];
      }
    }
    for (int i = 0; i < size; i++) {
      usual[i] = Math.sqrt(usual[i] / answers) + SMALLEST;
    }
    return usual;
  }
}
