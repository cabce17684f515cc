package dev.stillmark.detection.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A rank file that fits on a page: byte b has rank b, further token m has 256 + m. */
record SmallRanks(List<byte[]> tokens) {

  static SmallRanks of(List<String> further) {
    List<byte[]> tokens = new ArrayList<>();
    for (int b = 0; b < 256; b++) {
      tokens.add(new byte[] {(byte) b});
    }
    further.forEach(token -> tokens.add(token.getBytes(StandardCharsets.UTF_8)));
    return new SmallRanks(tokens);
  }

  byte[] file() {
    StringBuilder lines = new StringBuilder();
    for (int rank = 0; rank < tokens.size(); rank++) {
      String token = Base64.getEncoder().encodeToString(tokens.get(rank));
      lines.append(token).append(' ').append(rank).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  ByteVocabulary vocabulary() {
    return RankFile.vocabulary(file());
  }

  int find(String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return vocabulary().find(padded(bytes), 0, bytes.length);
  }

  static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + Words.PADDING);
  }
}
