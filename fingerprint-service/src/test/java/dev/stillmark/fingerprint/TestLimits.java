package dev.stillmark.fingerprint;

/** The limits of the configuration's defaults. */
record TestLimits(int recordBytes, int depth, int tokenIds) implements FingerprintConfig.Limits {

  static final TestLimits DEFAULT = new TestLimits(1 << 20, 64, 1 << 18);
}
