package dev.stillmark.verdicts.web;

/** What the OpenAPI document says of fields whose names do not say it. */
final class OpenApi {

  static final String LOG10_P_HOLM =
      "log10PBound after Holm's adjustment for the testsTried tests of ledger A on this suspect;"
          + " null under a published key, which counts among them and decides nothing";

  static final String LOG10_E_BH =
      "log10E after the e-BH adjustment for the testsTried tests of ledger A on this suspect; null"
          + " for an e of 0, and under a published key, which counts among them and decides nothing";

  private OpenApi() {}
}
