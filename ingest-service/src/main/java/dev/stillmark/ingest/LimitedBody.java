package dev.stillmark.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A request's body after decompression, which ends with a problem where it grows past a limit. */
final class LimitedBody extends FilterInputStream {

  private static final int BUFFER = 64 * 1024;

  private final Counted compressed;
  private final boolean gzip;
  private final IngestConfig limits;
  private long bytes;

  private LimitedBody(InputStream in, Counted compressed, boolean gzip, IngestConfig limits) {
    super(in);
    this.compressed = compressed;
    this.gzip = gzip;
    this.limits = limits;
  }

  static LimitedBody plain(InputStream body, IngestConfig limits) {
    Counted counted = new Counted(body);
    return new LimitedBody(counted, counted, false, limits);
  }

  /** A body whose gzip header has been read. */
  static LimitedBody gunzip(InputStream body, IngestConfig limits) throws IOException {
    Counted counted = new Counted(body);
    return new LimitedBody(new GZIPInputStream(counted, BUFFER), counted, true, limits);
  }

  /** Bytes read so far, after decompression. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      bytes += read;
      checkLimits();
    }
    return read;
  }

  private void checkLimits() {
    if (bytes > limits.maxBodyBytes()) {
      throw Problems.bodyTooLarge(limits.maxBodyBytes());
    }
    boolean counts = gzip && bytes > limits.gzipRatioGraceBytes();
    if (counts && bytes / limits.maxGzipRatio() > compressed.bytes) {
      throw Problems.gzipRatio(limits.maxGzipRatio());
    }
  }

  /** Counts what comes from the network. */
  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
