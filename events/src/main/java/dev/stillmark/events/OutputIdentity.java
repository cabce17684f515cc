package dev.stillmark.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an output: SHA-256 over suspect, collection, prompt id, sample and content.
 *
 * <p>Every field is preceded by its length in bytes, so no two different outputs share an encoding.
 */
public final class OutputIdentity {

  private static final String DOMAIN = "stillmark output v1";

  private OutputIdentity() {}

  /** 64 lowercase hexadecimal digits. */
  public static String of(
      String suspect,
      String collection,
      String promptId,
      int sample,
      String prompt,
      String output,
      @Nullable CapturedTokens tokens) {
    MessageDigest sha256 = sha256();
    add(sha256, DOMAIN);
    add(sha256, suspect);
    add(sha256, collection);
    add(sha256, promptId);
    sha256.update(ByteBuffer.allocate(4).putInt(sample).flip());
    add(sha256, prompt);
    add(sha256, output);
    if (tokens != null) {
      add(sha256, tokens.tokenizer());
      add(sha256, tokens.promptIds());
      add(sha256, tokens.outputIds());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The digest of a set of outputs: SHA-256 over their sorted ids, joined by line feeds. */
  public static String digestOf(Collection<String> outputIds) {
    String sorted = String.join("\n", outputIds.stream().sorted().toList());
    return HexFormat.of().formatHex(sha256().digest(sorted.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void add(MessageDigest sha256, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    sha256.update(bytes);
  }

  private static void add(MessageDigest sha256, Collection<Long> ids) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 8 * ids.size()).putInt(ids.size());
    ids.forEach(bytes::putLong);
    sha256.update(bytes.flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
