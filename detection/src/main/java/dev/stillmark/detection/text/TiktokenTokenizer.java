package dev.stillmark.detection.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
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

  private static final Map<String, TiktokenTokenizer> LOADED = new ConcurrentHashMap<>();

  private final String name;
  private final Encoding encoding;
  private final int vocabularySize;

  private TiktokenTokenizer(String name, EncodingType type, int vocabularySize) {
    this.name = name;
    this.encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
    this.vocabularySize = vocabularySize;
  }

  /** Throws IllegalArgumentException that names the known ones. */
  public static TiktokenTokenizer named(String name) {
    return LOADED.computeIfAbsent(name, TiktokenTokenizer::load);
  }

  /** The vocabulary ends with the highest special token; cl100k and o200k have gaps before it. */
  private static TiktokenTokenizer load(String name) {
    return switch (name) {
      case "r50k_base" -> new TiktokenTokenizer(name, EncodingType.R50K_BASE, 50_257);
      case "cl100k_base" -> new TiktokenTokenizer(name, EncodingType.CL100K_BASE, 100_277);
      case "o200k_base" -> new TiktokenTokenizer(name, EncodingType.O200K_BASE, 200_019);
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
    IntArrayList ids = encoding.encodeOrdinary(WellFormedText.of(text));
    long[] widened = new long[ids.size()];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = ids.get(i);
    }
    return widened;
  }

  @Override
  public String decode(long[] ids) {
    IntArrayList narrow = new IntArrayList(ids.length);
    for (long id : ids) {
      narrow.add(checked(id));
    }
    return new String(encoding.decodeBytes(narrow), StandardCharsets.UTF_8);
  }

  private int checked(long id) {
    if (id < 0 || id >= vocabularySize) {
      throw new IllegalArgumentException(
          "ids of %s must be within 0..%d but one is %d".formatted(name, vocabularySize - 1, id));
    }
    return (int) id;
  }
}
