package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.Sha256;

/**
 * Keys that anyone can know: MarkLLM's {@code random.getrandbits(1024)} under its default seed 42,
 * here by its digest.
 */
final class PublishedBytes {

  private static final String MARKLLM_DEFAULT =
      "2d0c45bfd792f9d1b8e5a9970635000e6fe0f29b5579b72283ea8573e89ecb64";

  private PublishedBytes() {}

  static boolean contains(byte[] key) {
    return Sha256.hex(key).equals(MARKLLM_DEFAULT);
  }
}
