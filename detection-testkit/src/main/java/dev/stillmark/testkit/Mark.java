package dev.stillmark.testkit;

import dev.stillmark.detection.watermark.GreenRejection;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.SplittableRandom;

/** How a teacher marks its texts; they become neither longer nor shorter by it. */
final class Mark {

  private final GreenRejection rejection;
  private final double endAcceptance;

  Mark(KgwScheme scheme, WatermarkKey key, double bias) {
    double greenShare = (double) scheme.greenListSize() / scheme.vocabularySize();
    this.rejection = scheme.rejection(key, bias);
    this.endAcceptance = rejection.acceptance(greenShare);
  }

  /** The end of a text is not text: it is proposed as often as before and stays as likely. */
  boolean accepts(int token, long[] ids, int length, SplittableRandom random) {
    return token == TokenLanguageModel.END
        ? random.nextDouble() < endAcceptance
        : rejection.stands(token, ids, length, random);
  }
}
