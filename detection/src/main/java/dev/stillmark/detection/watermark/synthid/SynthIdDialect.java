package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where a dialect's n-gram hash starts and what its g-values are read from. */
public sealed interface SynthIdDialect {

  /** As in labels, such as {@code deepmind-2025}. */
  String label();

  /** The bits of an n-gram's hash on which its g-values depend. */
  long seedMask();

  /** What the hash of n-grams and contexts starts with. */
  long initialHash(long[] keys);

  LayerDraws draws(long[] keys);

  /**
   * A g-value is read from a table of random bits: Hugging Face transformers, MarkLLM and
   * synthid-text up to 0.2.1.
   */
  record Transformers(SamplingTable table) implements SynthIdDialect {

    @Override
    public String label() {
      return "transformers";
    }

    @Override
    public long seedMask() {
      return table.readsLowBitsOnly() ? table.size() - 1 : -1;
    }

    @Override
    public long initialHash(long[] keys) {
      return 1;
    }

    @Override
    public LayerDraws draws(long[] keys) {
      boolean fewRows = table.readsLowBitsOnly() && table.size() <= TableRows.MOST_ROWS;
      return fewRows ? new TableRows(table, keys) : new TableLookups(table, keys);
    }
  }

  /** A g-value is a bit of the layer's own hash: synthid-text since commit 32197c3 (June 2025). */
  record DeepMind2025() implements SynthIdDialect {

    private static final BigInteger MODULUS = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public String label() {
      return "deepmind-2025";
    }

    @Override
    public long seedMask() {
      return -1;
    }

    /** SHA-256 of the keys as little-endian 64-bit words, as a number modulo 2^63 - 1. */
    @Override
    public long initialHash(long[] keys) {
      ByteBuffer words =
          ByteBuffer.allocate(Long.BYTES * keys.length).order(ByteOrder.LITTLE_ENDIAN);
      for (long key : keys) {
        words.putLong(key);
      }
      byte[] digest = Sha256.start().digest(words.array());
      return new BigInteger(1, digest).mod(MODULUS).longValueExact();
    }

    @Override
    public LayerDraws draws(long[] keys) {
      return new ShiftedLayers(keys);
    }
  }
}
