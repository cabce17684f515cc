package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/**
 * The style of an answer as 118 numbers: lengths, layout, punctuation, shape of sentences, stock
 * phrases and function words.
 */
final class StyleVector {

  private static final int[] PUNCTUATION = ",.:;!?()\"'`-—*#|/’“%$&".codePoints().toArray();
  private static final int SHAPES = 5;

  static final int SIZE =
      2
          + LayoutMarks.KINDS
          + PUNCTUATION.length
          + SHAPES
          + StockPhrases.KINDS
          + FunctionWords.COUNT;

  private final AnswerTokens tokens;
  private final int[] written;
  private final float[] values = new float[SIZE];
  private int filled;

  private StyleVector(AnswerTokens tokens) {
    this.tokens = tokens;
    written = tokens.text().written();
  }

  static float[] of(AnswerTokens tokens) {
    StyleVector vector = new StyleVector(tokens);
    long[] words = vector.words();
    vector.addLengths(words.length);
    for (int count : new LayoutMarks(vector.written).counts()) {
      vector.add(StrictMath.log1p(count));
    }
    vector.addPunctuation();
    vector.addShapes(words);
    vector.addStockPhrases();
    for (int count : FunctionWords.counts(words)) {
      vector.add(count / vector.tokensAndOne());
    }
    return vector.values;
  }

  private void add(double value) {
    values[filled++] = (float) value;
  }

  private double tokensAndOne() {
    return tokens.count() + 1.0;
  }

  private long[] words() {
    long[] words = new long[tokens.count()];
    int count = 0;
    for (int token = 0; token < words.length; token++) {
      if (tokens.isWord(token)) {
        words[count++] = tokens.hashes()[token];
      }
    }
    return Arrays.copyOf(words, count);
  }

  private void addLengths(int words) {
    double characters = 0;
    for (int token = 0; token < tokens.count(); token++) {
      characters += tokens.isWord(token) ? tokens.lengths()[token] : 0;
    }
    add(tokens.logLength());
    add(StrictMath.log(characters / Math.max(1.0, words) + 1));
  }

  private void addPunctuation() {
    int[] counts = new int[PUNCTUATION.length];
    for (int codePoint : written) {
      if (!isPlain(codePoint)) {
        for (int i = 0; i < counts.length; i++) {
          counts[i] += PUNCTUATION[i] == codePoint ? 1 : 0;
        }
      }
    }
    for (int count : counts) {
      add(count / tokensAndOne());
    }
  }

  private static boolean isPlain(int codePoint) {
    return codePoint == ' '
        || (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= 'A' && codePoint <= 'Z');
  }

  private void addShapes(long[] words) {
    int upper = 0;
    int digits = 0;
    for (int codePoint : written) {
      upper += Character.isUpperCase(codePoint) ? 1 : 0;
      digits += Characters.isDigit(codePoint) ? 1 : 0;
    }
    add(StrictMath.log(tokensAndOne() / Math.max(1, sentences())));
    add(distinct(words) / StrictMath.pow(Math.max(1, words.length), 0.8));
    add(upper / (written.length + 1.0));
    add(digits / (written.length + 1.0));
    add(endsAsSentence() ? 1 : 0);
  }

  private boolean endsAsSentence() {
    return written.length == 0 || isSentenceEnd(written[written.length - 1]);
  }

  private static boolean isSentenceEnd(int codePoint) {
    return codePoint == '.' || codePoint == '!' || codePoint == '?';
  }

  /** Stretches between sentence ends and line breaks that are more than white space. */
  private int sentences() {
    int sentences = 0;
    boolean begun = false;
    for (int codePoint : written) {
      if (isSentenceEnd(codePoint) || codePoint == '\n') {
        begun = false;
      } else if (!begun && !Characters.isSpace(codePoint)) {
        begun = true;
        sentences++;
      }
    }
    return sentences;
  }

  private static int distinct(long[] words) {
    return new DistinctGrams().sift(words.clone(), words.length);
  }

  private void addStockPhrases() {
    long kinds = StockPhrases.in(tokens.text().lower());
    for (int kind = 0; kind < StockPhrases.KINDS; kind++) {
      add((kinds & 1L << kind) == 0 ? 0 : 1);
    }
  }
}
