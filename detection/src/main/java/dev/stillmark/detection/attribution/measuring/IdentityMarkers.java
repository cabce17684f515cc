package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.measuring.LiteralSearch.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an answer says whose model it comes from, by a list of vendors and products as of November
 * 2026.
 *
 * <p>A model may say so because it was trained on that vendor's outputs, or on the web, where such
 * sentences stand, too: independent models name vendors that never taught them. So this is shown
 * and never scored.
 */
final class IdentityMarkers {

  private static final List<Vendor> VENDORS =
      List.of(
          new Vendor("openai", List.of("openai", "open ai"), List.of("chatgpt", "gpt-3", "gpt-4")),
          new Vendor("anthropic", List.of("anthropic"), List.of("claude")),
          new Vendor("google", List.of("google"), List.of("bard", "gemini", "gemma", "palm")),
          new Vendor("meta", List.of("meta ai", "meta"), List.of("llama", "meta ai")),
          new Vendor("mistral", List.of("mistral ai", "mistral"), List.of("mistral", "mixtral")),
          new Vendor("cohere", List.of("cohere"), List.of("coral", "command r")),
          new Vendor("alibaba", List.of("alibaba"), List.of("qwen", "tongyi qianwen")),
          new Vendor("01ai", List.of("01.ai", "01 ai"), List.of("yi")),
          new Vendor("microsoft", List.of("microsoft"), List.of("copilot", "bing", "phi")),
          new Vendor("deepseek", List.of("deepseek"), List.of("deepseek")),
          new Vendor("xai", List.of("xai"), List.of("grok")),
          new Vendor("baidu", List.of("baidu"), List.of("ernie")),
          new Vendor("zhipu", List.of("zhipu"), List.of("chatglm", "glm-4")),
          new Vendor("lmsys", List.of("lmsys", "large model systems"), List.of("vicuna")),
          new Vendor("laion", List.of("laion"), List.of("open assistant")));

  private static final String[] WHAT_IT_IS = {
    "ai", "assistant", "ai model", "language model", "chatbot", "model", "i was", "i am", "i'm"
  };
  private static final String[] WHAT_WAS_DONE = {
    "trained", "developed", "created", "made", "built"
  };
  private static final String[] BETWEEN = {" ", ", ", " that was ", " which was ", " and was "};
  private static final String[] NAMING = {"i am ", "i'm ", "my name is ", "called "};

  /** Names alone: few answers hold any, and only those are read for sentences. */
  private static final LiteralSearch NAMES = names();

  private static final LiteralSearch SENTENCES = sentences();

  private record Vendor(String name, List<String> companies, List<String> products) {}

  private IdentityMarkers() {}

  private static LiteralSearch names() {
    LiteralSearch search = new LiteralSearch();
    for (Vendor vendor : VENDORS) {
      search.add(0, Place.WHOLE_WORDS, vendor.companies().toArray(String[]::new));
      search.add(0, Place.WHOLE_WORDS, vendor.products().toArray(String[]::new));
    }
    return search;
  }

  private static LiteralSearch sentences() {
    LiteralSearch search = new LiteralSearch();
    for (int mark = 0; mark < VENDORS.size(); mark++) {
      for (String company : VENDORS.get(mark).companies()) {
        search.add(mark, Place.WHOLE_WORDS, madeBy(company));
      }
      for (String product : VENDORS.get(mark).products()) {
        for (String naming : NAMING) {
          search.add(mark, Place.WHOLE_WORDS, naming + product);
        }
      }
    }
    return search;
  }

  private static String[] madeBy(String company) {
    List<String> sentences = new ArrayList<>();
    for (String what : WHAT_IT_IS) {
      for (String between : BETWEEN) {
        for (String done : WHAT_WAS_DONE) {
          sentences.add(what + between + done + " by " + company);
        }
      }
    }
    return sentences.toArray(String[]::new);
  }

  /**
   * A bit for each vendor that the answer names as its own.
   *
   * @param lower with plain apostrophes
   */
  static int in(int[] lower) {
    return NAMES.marksIn(lower) == 0 ? 0 : (int) SENTENCES.marksIn(lower);
  }

  static int vendors() {
    return VENDORS.size();
  }

  static String vendor(int mark) {
    return VENDORS.get(mark).name();
  }
}
