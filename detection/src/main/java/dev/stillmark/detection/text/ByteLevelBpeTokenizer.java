package dev.stillmark.detection.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Hugging Face byte-level BPE, as a {@code tokenizer.json} describes it.
 *
 * <p>Gives the ids of the {@code tokenizers} library for text in which no added token stands; the
 * text of an added token is ordinary text here, since outputs are hostile.
 */
public final class ByteLevelBpeTokenizer implements Tokenizer {

  /** One merge rule; earlier rules win. */
  public record Merge(String left, String right) {}

  /**
   * The parts of a tokenizer.json that decide its ids.
   *
   * @param name {@code sha256:} and the digest of the file
   * @param vocabulary byte-level pieces to ids; holds every byte that UTF-8 text can have
   * @param addedTokens special tokens to ids; decoded, but never looked for in text
   * @param addPrefixSpace whether text that does not begin with a space is given one
   * @param useRegex whether GPT-2's pattern cuts the text into pieces first
   * @param ignoreMerges whether a piece that is in the vocabulary is taken whole
   */
  public record Model(
      String name,
      Map<String, Integer> vocabulary,
      List<Merge> merges,
      Map<String, Integer> addedTokens,
      boolean addPrefixSpace,
      boolean useRegex,
      boolean ignoreMerges) {

    /** The name and sizes: a vocabulary is too long to print. */
    @Override
    public String toString() {
      return "Model[%s, %d pieces, %d merges]".formatted(name, vocabulary.size(), merges.size());
    }
  }

  private final String name;
  private final boolean addPrefixSpace;
  private final boolean useRegex;
  private final boolean ignoreMerges;
  private final int vocabularySize;
  private final Map<String, Integer> vocabulary;
  private final Map<Integer, byte[]> bytesById = new HashMap<>();
  private final int[] byteIds = new int[256];
  private final MergeTable merges;

  /** Throws IllegalArgumentException where the model contradicts itself. */
  public ByteLevelBpeTokenizer(Model model) {
    name = model.name();
    addPrefixSpace = model.addPrefixSpace();
    useRegex = model.useRegex();
    ignoreMerges = model.ignoreMerges();
    vocabulary = Map.copyOf(model.vocabulary());
    vocabulary.forEach((piece, id) -> define(id, piece, bytesOf(piece)));
    model.addedTokens().forEach(this::defineAdded);
    vocabularySize = bytesById.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
    for (int b = 0; b < 256; b++) {
      byteIds[b] = idOfByte(b);
    }
    merges = tableOf(model.merges());
  }

  private void defineAdded(String content, int id) {
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    Integer inVocabulary = vocabulary.get(content);
    if (inVocabulary == null) {
      define(id, content, text);
    } else if (inVocabulary == id) {
      bytesById.put(id, text);
    } else {
      throw new IllegalArgumentException(
          "added token '%s' must have its vocabulary id %d but has %d"
              .formatted(content, inVocabulary, id));
    }
  }

  private void define(int id, String piece, byte[] bytes) {
    if (id < 0 || id == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "id of '%s' must be within 0..%d but is %d".formatted(piece, Integer.MAX_VALUE - 1, id));
    }
    if (bytesById.put(id, bytes) != null) {
      throw new IllegalArgumentException(
          "ids must be distinct but '%s' shares %d with another piece".formatted(piece, id));
    }
  }

  private static byte[] bytesOf(String piece) {
    byte[] bytes = new byte[piece.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = ByteAlphabet.byteOf(piece.charAt(i));
      if (b < 0) {
        return piece.getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) b;
    }
    return bytes;
  }

  private int idOfByte(int b) {
    Integer id = vocabulary.get(String.valueOf(ByteAlphabet.characterOf(b)));
    boolean neverInUtf8 = b == 0xc0 || b == 0xc1 || b >= 0xf5;
    if (id == null && !neverInUtf8) {
      throw new IllegalArgumentException(
          "vocabulary must hold every byte of UTF-8 text but lacks 0x%02x".formatted(b));
    }
    return id == null ? -1 : id;
  }

  private MergeTable tableOf(List<Merge> rules) {
    MergeTable table = new MergeTable(rules.size());
    for (int rank = 0; rank < rules.size(); rank++) {
      String left = rules.get(rank).left();
      String right = rules.get(rank).right();
      if (!table.add(idOf(left, rank), idOf(right, rank), rank, idOf(left + right, rank))) {
        throw new IllegalArgumentException(
            "merges must be distinct but merge %d repeats '%s %s'".formatted(rank, left, right));
      }
    }
    return table;
  }

  private int idOf(String piece, int rank) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException(
          "vocabulary must hold the parts and result of every merge but lacks '%s' of merge %d"
              .formatted(piece, rank));
    }
    return id;
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
    String prefix = addPrefixSpace && !text.isEmpty() && text.charAt(0) != ' ' ? " " : "";
    Utf8Text utf8 = Utf8Text.of(prefix + text);
    byte[] bytes = utf8.bytes();
    long[] ids = new long[utf8.length()];
    PieceMerger merger = new PieceMerger(merges, byteIds);
    int written = 0;
    int start = 0;
    while (start < utf8.length()) {
      int end = useRegex ? GptSplitter.end(utf8, start) : utf8.length();
      Integer whole = ignoreMerges ? vocabulary.get(byteLevel(bytes, start, end)) : null;
      if (whole == null) {
        written = merger.merge(bytes, start, end, ids, written);
      } else {
        ids[written++] = whole;
      }
      start = end;
    }
    return Arrays.copyOf(ids, written);
  }

  private static String byteLevel(byte[] utf8, int from, int to) {
    StringBuilder piece = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      piece.append(ByteAlphabet.characterOf(utf8[i] & 0xff));
    }
    return piece.toString();
  }

  @Override
  public String decode(long[] ids) {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream(ids.length * 4);
    for (long id : ids) {
      byte[] bytes = id == (int) id ? bytesById.get((int) id) : null;
      if (bytes == null) {
        throw new IllegalArgumentException(
            "ids must be in the vocabulary of %s but one is %d".formatted(name, id));
      }
      utf8.writeBytes(bytes);
    }
    return utf8.toString(StandardCharsets.UTF_8);
  }
}
