package dev.stillmark.detection.attribution.measuring;

/**
 * Ordinary least squares of similarities on {@link LengthTerms}, over the pairs of an answer of a
 * panel model and a reference's answer to the same prompt, of different families.
 *
 * <p>A term that the others already explain (all answers of one length) is left out.
 */
final class LengthAdjustment {

  private static final int TERMS = LengthTerms.COUNT;
  private static final double LEAST_PIVOT = 1e-10;

  private final double[][] normal = new double[TERMS][TERMS];
  private final double[][] products;

  LengthAdjustment(int signals) {
    products = new double[signals][TERMS];
  }

  /** Takes in the pairs of one prompt, of the models that {@code whole} holds. */
  void add(PanelRows rows, PromptFigures prompt, boolean[] whole) {
    double[][] crossProducts = prompt.shared().orElseThrow().crossProducts();
    for (int answer = 0; answer < crossProducts.length; answer++) {
      if (whole[prompt.row()[answer]]) {
        addPairs(rows, prompt, answer);
        for (int i = 0; i < crossProducts[answer].length; i++) {
          products[i / TERMS][i % TERMS] += crossProducts[answer][i];
        }
      }
    }
  }

  private void addPairs(PanelRows rows, PromptFigures prompt, int answer) {
    double[] terms = new double[TERMS];
    int family = rows.family(prompt.row()[answer]);
    for (int other = 0; other < prompt.count(); other++) {
      int row = prompt.row()[other];
      if (rows.isReference(row) && rows.family(row) != family) {
        LengthTerms.write(prompt.logLength()[answer], prompt.logLength()[other], terms);
        for (int i = 0; i < TERMS; i++) {
          for (int j = 0; j < TERMS; j++) {
            normal[i][j] += terms[i] * terms[j];
          }
        }
      }
    }
  }

  /** [signal][term]. */
  double[][] coefficients() {
    double[][] coefficients = new double[products.length][];
    for (int signal = 0; signal < products.length; signal++) {
      coefficients[signal] = solve(products[signal]);
    }
    return coefficients;
  }

  /** Gauss and Jordan's elimination; the normal equations need no exchange of rows. */
  private double[] solve(double[] product) {
    double[][] rows = new double[TERMS][TERMS + 1];
    for (int i = 0; i < TERMS; i++) {
      System.arraycopy(normal[i], 0, rows[i], 0, TERMS);
      rows[i][TERMS] = product[i];
    }
    double[] solution = new double[TERMS];
    boolean[] used = new boolean[TERMS];
    for (int pivot = 0; pivot < TERMS; pivot++) {
      used[pivot] = rows[pivot][pivot] > LEAST_PIVOT * normal[pivot][pivot];
      if (used[pivot]) {
        eliminate(rows, pivot);
      }
    }
    for (int i = 0; i < TERMS; i++) {
      solution[i] = used[i] ? rows[i][TERMS] / rows[i][i] : 0;
    }
    return solution;
  }

  private static void eliminate(double[][] rows, int pivot) {
    for (int i = 0; i < TERMS; i++) {
      if (i != pivot) {
        double factor = rows[i][pivot] / rows[pivot][pivot];
        for (int j = pivot; j <= TERMS; j++) {
          rows[i][j] -= factor * rows[pivot][j];
        }
      }
    }
  }
}
