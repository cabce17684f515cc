package dev.stillmark.files;

import java.util.HexFormat;

/** Random bytes that keep a public key commitment from being searched; never shown. */
public final class CommitmentSalt {

  static final CommitmentSalt NONE = new CommitmentSalt(new byte[0]);

  private static final int LEAST_BYTES = 16;

  private final byte[] bytes;

  private CommitmentSalt(byte[] bytes) {
    this.bytes = bytes;
  }

  static CommitmentSalt read(Value value) {
    String text = Secrets.of(value);
    if (!text.matches("([0-9a-fA-F]{2}){%d,}".formatted(LEAST_BYTES))) {
      throw value.fault("must be at least %d bytes in hexadecimal".formatted(LEAST_BYTES));
    }
    return new CommitmentSalt(HexFormat.of().parseHex(text));
  }

  /** A copy of the bytes; empty where there is no salt. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "CommitmentSalt[%d bytes]".formatted(bytes.length);
  }
}
