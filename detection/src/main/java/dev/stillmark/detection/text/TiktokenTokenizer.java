package dev.stillmark.detection.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One of OpenAI's published byte-pair encodings, with the ids of tiktoken's {@code
 * encode_ordinary}.
 *
 * <p>Each is loaded when it is first named, once per process.
 */
public final class TiktokenTokenizer implements Tokenizer {

  public static final List<String> NAMES = List.of("r50k_base", "cl100k_base", "o200k_base");

  private static final String END_OF_TEXT = "<|endoftext|>";
  private static final String END_OF_PROMPT = "<|endofprompt|>";

  private static final Map<String, TiktokenTokenizer> LOADED = new ConcurrentHashMap<>();

  private final String name;
  private final Splitter splitter;
  private final ByteVocabulary vocabulary;
  private final Map<Integer, String> specialTokens;
  private final int vocabularySize;

  private TiktokenTokenizer(String name, Splitter splitter, Map<Integer, String> specialTokens) {
    this.name = name;
    this.splitter = splitter;
    this.specialTokens = specialTokens;
    vocabulary = RankFile.vocabulary(name);
    vocabularySize = specialTokens.keySet().stream().mapToInt(id -> id + 1).max().orElseThrow();
  }

  /** Throws IllegalArgumentException that names the known ones. */
  public static TiktokenTokenizer named(String name) {
    return LOADED.computeIfAbsent(name, TiktokenTokenizer::load);
  }

  /** The vocabulary ends with the highest special token; cl100k and o200k have gaps before it. */
  private static TiktokenTokenizer load(String name) {
    return switch (name) {
      case "r50k_base" ->
          new TiktokenTokenizer(name, GptSplitter::end, Map.of(50_256, END_OF_TEXT));
      case "cl100k_base" ->
          new TiktokenTokenizer(
              name,
              Cl100kSplitter::end,
              Map.of(
                  100_257, END_OF_TEXT,
                  100_258, "<|fim_prefix|>",
                  100_259, "<|fim_middle|>",
                  100_260, "<|fim_suffix|>",
                  100_276, END_OF_PROMPT));
      case "o200k_base" ->
          new TiktokenTokenizer(
              name, O200kSplitter::end, Map.of(199_999, END_OF_TEXT, 200_018, END_OF_PROMPT));
      default ->
          throw new IllegalArgumentException(
              "tokenizer must be one of %s but is '%s'".formatted(NAMES, name));
    };
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public long[] encode(String text) {
    Utf8Text utf8 = Utf8Text.of(text);
    byte[] bytes = utf8.bytes();
    RangeMerger merger = new RangeMerger(vocabulary, bytes);
    IdBuffer ids = new IdBuffer(utf8.length() / 4);
    int start = 0;
    while (start < utf8.length()) {
      int end = splitter.end(utf8, start);
      int whole = vocabulary.find(bytes, start, end);
      if (whole == ByteVocabulary.NONE) {
        merger.merge(start, end, ids);
      } else {
        ids.add(whole);
      }
      start = end;
    }
    return ids.toArray();
  }

  @Override
  public String decode(long[] ids) {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream(ids.length * 4);
    for (long id : ids) {
      utf8.writeBytes(bytesOf(id));
    }
    return utf8.toString(StandardCharsets.UTF_8);
  }

  private byte[] bytesOf(long id) {
    if (id < 0 || id >= vocabularySize) {
      throw new IllegalArgumentException(
          "ids of %s must be within 0..%d but one is %d".formatted(name, vocabularySize - 1, id));
    }
    if (id < vocabulary.size()) {
      return vocabulary.bytesOf((int) id);
    }
    String special = specialTokens.get((int) id);
    if (special == null) {
      throw new IllegalArgumentException(
          "ids must be in the vocabulary of %s but one is %d".formatted(name, id));
    }
    return special.getBytes(StandardCharsets.UTF_8);
  }
}
