package dev.stillmark.detection.attribution.measuring;

import java.util.List;

/**
 * Styles of answers to shared prompts, less the panel's mean on each prompt, every family that
 * answered enough counting once.
 */
final class CentredStyle {

  private static final int SIZE = StyleVector.SIZE;

  private final PanelRows rows;
  private final List<PromptFigures> prompts;
  private final double[][] centres;
  private final double[][] means;
  private final int[] answered;

  CentredStyle(PanelRows rows, List<PromptFigures> prompts, FamilyWeighting weighting) {
    this.rows = rows;
    this.prompts = prompts;
    centres = new double[prompts.size()][];
    means = new double[rows.count()][SIZE];
    answered = new int[rows.count()];
    for (int prompt = 0; prompt < centres.length; prompt++) {
      centres[prompt] = centre(prompts.get(prompt), weighting);
      addToMeans(prompt);
    }
    for (int row = 0; row < means.length; row++) {
      for (int i = 0; i < SIZE; i++) {
        means[row][i] /= answered[row];
      }
    }
  }

  private static double[] centre(PromptFigures prompt, FamilyWeighting weighting) {
    double[] centre = new double[SIZE];
    double total = 0;
    for (int answer = 0; answer < prompt.count(); answer++) {
      double weight = weighting.of(prompt.row()[answer]);
      for (int i = 0; weight > 0 && i < SIZE; i++) {
        centre[i] += weight * prompt.style()[answer][i];
      }
      total += weight;
    }
    for (int i = 0; i < SIZE; i++) {
      centre[i] /= total;
    }
    return centre;
  }

  private void addToMeans(int prompt) {
    PromptFigures figures = prompts.get(prompt);
    for (int answer = 0; answer < figures.count(); answer++) {
      int row = figures.row()[answer];
      answered[row]++;
      for (int i = 0; i < SIZE; i++) {
        means[row][i] += figures.style()[answer][i] - centres[prompt][i];
      }
    }
  }

  /** By row; NaN if a model answered none of the prompts. */
  double[][] means() {
    return means;
  }

  /**
   * How alike styles move from prompt to prompt, [model][teacher]: the mean product, over numbers
   * of style and prompts, of what is left when a model's own mean is taken off, by its own spread.
   */
  double[][] movesAlike() {
    double[][] spreads = spreads();
    int[] references = rows.references();
    double[][] products = new double[rows.count()][references.length];
    for (int prompt = 0; prompt < centres.length; prompt++) {
      addProducts(moves(prompt, spreads), prompts.get(prompt), products);
    }
    double[][] alike = new double[rows.count()][rows.teachers()];
    for (int row = 0; row < alike.length; row++) {
      for (int teacher = 0; teacher < rows.teachers(); teacher++) {
        alike[row][teacher] = meanProduct(products[row], row, teacher);
      }
    }
    return alike;
  }

  private double[][] spreads() {
    double[][] squares = new double[rows.count()][SIZE];
    for (int prompt = 0; prompt < centres.length; prompt++) {
      PromptFigures figures = prompts.get(prompt);
      for (int answer = 0; answer < figures.count(); answer++) {
        int row = figures.row()[answer];
        for (int i = 0; i < SIZE; i++) {
          double move = figures.style()[answer][i] - centres[prompt][i] - means[row][i];
          squares[row][i] += move * move;
        }
      }
    }
    return StyleSpread.of(squares, answered, rows.panel());
  }

  /** [answer][number of style], cut at 4 spreads. */
  private double[][] moves(int prompt, double[][] spreads) {
    PromptFigures figures = prompts.get(prompt);
    double[][] moves = new double[figures.count()][SIZE];
    for (int answer = 0; answer < moves.length; answer++) {
      int row = figures.row()[answer];
      for (int i = 0; i < SIZE; i++) {
        double move = figures.style()[answer][i] - centres[prompt][i] - means[row][i];
        moves[answer][i] = Math.clamp(move / spreads[row][i], -4, 4);
      }
    }
    return moves;
  }

  private void addProducts(double[][] moves, PromptFigures figures, double[][] products) {
    double[][] byNumber = ofReferences(moves, figures);
    for (int answer = 0; answer < moves.length; answer++) {
      double[] sums = products[figures.row()[answer]];
      for (int i = 0; i < SIZE; i++) {
        double move = moves[answer][i];
        double[] others = byNumber[i];
        for (int reference = 0; reference < sums.length; reference++) {
          sums[reference] += move * others[reference];
        }
      }
    }
  }

  /** [number of style][reference], 0 for one that did not answer. */
  private double[][] ofReferences(double[][] moves, PromptFigures figures) {
    int[] references = rows.references();
    double[][] byNumber = new double[SIZE][references.length];
    int reference = 0;
    for (int answer = 0; answer < moves.length && reference < references.length; answer++) {
      while (reference < references.length && references[reference] < figures.row()[answer]) {
        reference++;
      }
      if (reference < references.length && references[reference] == figures.row()[answer]) {
        for (int i = 0; i < SIZE; i++) {
          byNumber[i][reference] = moves[answer][i];
        }
      }
    }
    return byNumber;
  }

  private double meanProduct(double[] products, int row, int teacher) {
    double sum = 0;
    int count = 0;
    for (int reference = 0; reference < products.length; reference++) {
      int other = rows.references()[reference];
      if (rows.teacher(other) == teacher && other != row && answered[other] > 0) {
        sum += products[reference];
        count++;
      }
    }
    return answered[row] == 0 ? Double.NaN : sum / count / prompts.size() / SIZE;
  }
}
