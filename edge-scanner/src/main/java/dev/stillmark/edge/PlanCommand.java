package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.detection.verdict.TextYield;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code plan}. */
final class PlanCommand implements CommandLines.Command {

  @Override
  public CommandSpec spec() {
    CommandSpec plan = CommandSpec.create().addOption(Options.help());
    plan.usageMessage().description("Says how many outputs a collection needs.");
    plan.addOption(Options.required("--scheme", "scheme.json", "The watermark; needs no key."));
    plan.addOption(
        Options.required(
            "--effect",
            "X",
            "Share of green tokens (or of set bits) under Hp, or the mean exponential score of"
                + " Gumbel schemes."));
    plan.addOption(
        Options.text("--alpha", "X", "The error rate of an accusation (default: 1e-6)."));
    plan.addOption(
        Options.text("--tests", "K", "Keys and teachers that will be tried (default: 1)."));
    plan.addOption(Options.text("--power", "X", "How probable a find shall be (default: 0.8)."));
    plan.addOption(
        Options.text(
            "--distinct-share",
            "X",
            "Measured distinct items per scored token; else a typical one."));
    plan.addOption(
        Options.text(
            "--measured-tokens", "N", "Tokens over which that was measured (default: 10000)."));
    plan.addOption(
        Options.text("--tokens-per-output", "N", "Scored tokens of one output (default: 150)."));
    plan.addOption(Format.option("json (default) for a line, or text for a table."));
    return plan;
  }

  @Override
  public Parsed request(ParseResult parsed) {
    @Nullable String share = Options.textOf(parsed, "distinct-share");
    return new PlanRequest(
        Options.path("scheme", Objects.requireNonNull(Options.textOf(parsed, "scheme"))),
        Options.number("effect", Objects.requireNonNull(Options.textOf(parsed, "effect"))),
        Options.number(parsed, "alpha", Policy.DEFAULT.alpha()),
        Options.count(parsed, "tests", 1, 1_000_000, 1),
        Options.number(parsed, "power", Policy.DEFAULT.power()),
        share == null ? null : Options.number("distinct-share", share),
        Options.number(parsed, "measured-tokens", 10_000),
        Options.number(parsed, "tokens-per-output", TextYield.DEFAULT_TOKENS_PER_OUTPUT),
        Format.of(parsed));
  }
}
