package dev.stillmark.edge;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.OutputId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an output as ingest makes it, so that evidence of both can be united.
 *
 * <p>SHA-256 over a domain, suspect, collection, prompt id, sample, prompt, output and, where there
 * are any, token ids; every text and list is preceded by its length.
 */
final class ContentIdentity {

  private static final String DOMAIN = "stillmark output v1";

  private final MessageDigest sha256;

  private ContentIdentity() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static OutputId of(
      String suspect,
      String collection,
      String promptId,
      int sample,
      String prompt,
      String output,
      @Nullable CollectedTokens tokens) {
    ContentIdentity identity = new ContentIdentity();
    identity.add(DOMAIN);
    identity.add(suspect);
    identity.add(collection);
    identity.add(promptId);
    identity.sha256.update(ByteBuffer.allocate(4).putInt(sample).flip());
    identity.add(prompt);
    identity.add(output);
    if (tokens != null) {
      identity.add(tokens.tokenizer());
      identity.add(tokens.promptIds());
      identity.add(tokens.outputIds());
    }
    return new OutputId(HexFormat.of().formatHex(identity.sha256.digest()));
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    sha256.update(bytes);
  }

  private void add(long[] ids) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 8 * ids.length).putInt(ids.length);
    for (long id : ids) {
      bytes.putLong(id);
    }
    sha256.update(bytes.flip());
  }
}
