package dev.stillmark.edge;

import dev.stillmark.detection.evidence.NullLawCode;
import dev.stillmark.detection.verdict.CollectionPlan;
import dev.stillmark.detection.verdict.TextYield;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.files.SchemeFile;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Prints how much must be collected before a mark of a declared strength is likely found. */
final class Plan {

  private final PlanRequest request;
  private final Lines lines;

  Plan(PlanRequest request, PrintStream out) {
    this.request = request;
    this.lines = Lines.of(request.format(), out);
  }

  ExitStatus run() {
    WatermarkScheme scheme = SchemeFile.load(request.scheme()).scheme();
    try {
      print(scheme, request.textYield(scheme.seedingContext()));
      lines.end();
    } catch (IllegalArgumentException e) {
      throw new OptionFault(String.valueOf(e.getMessage()), e);
    }
    return ExitStatus.NOTHING_FOUND;
  }

  private void print(WatermarkScheme scheme, TextYield expected) {
    CollectionPlan plan =
        CollectionPlan.of(
            scheme.law(),
            request.effect(),
            request.alpha(),
            request.tests(),
            request.power(),
            expected);
    lines.print(
        Json.line(json -> {
          json.writeStringField("scheme", scheme.label());
          json.writeStringField("law", NullLawCode.of(scheme.law()));
          json.writeNumberField("effect", request.effect());
          json.writeNumberField("alpha", request.alpha());
          json.writeNumberField("tests", request.tests());
          json.writeNumberField("power", request.power());
          json.writeNumberField("distinctItems", plan.distinctItems());
          json.writeNumberField("tokens", whole(plan.tokens()));
          json.writeNumberField("outputs", whole(plan.outputs()));
          json.writeNumberField("distinctShare", expected.distinctShare());
          json.writeNumberField("measuredTokens", expected.measuredTokens());
          json.writeNumberField("exponent", expected.exponent());
          json.writeNumberField("tokensPerOutput", expected.tokensPerOutput());
        }));
  }

  /** In full digits, however many. */
  private static BigInteger whole(double value) {
    return new BigDecimal(value).toBigInteger();
  }
}
