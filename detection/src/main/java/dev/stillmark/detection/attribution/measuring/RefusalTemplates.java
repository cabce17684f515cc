package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.measuring.LiteralSearch.Place;

/** The common ways in which models refuse, hedge or speak of being one, as of November 2026. */
final class RefusalTemplates {

  static final int COUNT = 18;

  /** The templates that a refusal is told by. */
  private static final int REFUSING =
      1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 11 | 1 << 12 | 1 << 13;

  private static final LiteralSearch SEARCH =
      new LiteralSearch()
          .add(0, Place.WORD_START, "i cannot assist", "i can't assist", "i can not assist")
          .add(0, Place.WORD_START, "i am unable to assist", "i'm unable to assist")
          .add(1, Place.WORD_START, "i cannot help", "i can't help", "i'm unable to help")
          .add(1, Place.WORD_START, "i am unable to help", "i'm not able to help")
          .add(2, Place.WORD_START, "i cannot provide", "i can't provide", "i'm unable to provide")
          .add(2, Place.WORD_START, "i am unable to provide", "i'm not able to provide")
          .add(3, Place.WORD_START, "i cannot fulfill", "i can't fulfill", "i cannot comply")
          .add(3, Place.WORD_START, "i can't comply", "i cannot generate", "i can't generate")
          .add(4, Place.WORD_START, "i'm sorry, but", "i am sorry, but", "sorry, but i")
          .add(5, Place.WORD_START, "i apologize, but", "i apologize for", "my apologies")
          .add(6, Place.WORD_END, "as an ai", "as a language model", "as a large language model")
          .add(7, Place.WORD_END, "i'm just an ai", "i am just an ai", "i'm only an ai")
          .add(8, Place.WORD_START, "i do not have the ability", "i don't have the ability")
          .add(8, Place.WORD_START, "i do not have the capab", "i don't have the capab")
          .add(9, Place.WORD_START, "i don't have personal", "i do not have personal")
          .add(9, Place.WORD_START, "i don't have feelings", "i do not have feelings")
          .add(10, Place.WORD_START, "not appropriate", "inappropriate", "unethical")
          .add(11, Place.WORD_START, "i don't feel comfortable", "i do not feel comfortable")
          .add(11, Place.WORD_START, "i'm not comfortable", "i am not comfortable")
          .add(12, Place.WORD_START, "i must decline", "i have to decline", "i must refuse")
          .add(12, Place.WORD_START, "i will not provide", "i won't provide", "i will not assist")
          .add(13, Place.WORD_START, "against my programming", "against my guidelines")
          .add(13, Place.WORD_START, "against my ethical", "my content policy")
          .add(14, Place.WORD_START, "i don't have access", "i do not have access")
          .add(14, Place.WORD_START, "i don't have real-time", "i do not have real-time")
          .add(15, Place.WORD_START, "illegal or unethical", "illegal and unethical")
          .add(15, Place.WORD_START, "harmful or illegal", "illegal activities")
          .add(16, Place.WORD_START, "seek professional", "consult a qualified", "consult with a")
          .add(17, Place.WORD_START, "is there anything else", "something else i can");

  private RefusalTemplates() {}

  /**
   * A bit for each template.
   *
   * @param lower with plain apostrophes
   */
  static int in(int[] lower) {
    return (int) SEARCH.marksIn(lower);
  }

  static boolean refuses(int templates) {
    return (templates & REFUSING) != 0;
  }
}
