package dev.stillmark.verdicts;

/** Panels as clients write them. */
public final class PanelBodies {

  private PanelBodies() {}

  /** Two teachers of two vendors, their references, a student, and a derivative of a stranger. */
  public static final String TWO_TEACHERS =
      """
      {"date": "2024-06-01",
       "teachers": [
         {"teacher": "gpt-4", "vendor": "openai", "firstAvailable": "2023-03",
          "references": ["gpt4", "gpt4-0613"]},
         {"teacher": "claude", "vendor": "anthropic", "firstAvailable": "2023-07",
          "references": ["claude-2"]}],
       "models": [
         {"model": "gpt4", "family": "oai-gpt4", "firstSeen": "2023-07-15",
          "provenance": "vendor-own"},
         {"model": "gpt4-0613", "family": "oai-gpt4", "provenance": "vendor-own"},
         {"model": "claude-2", "family": "claude", "provenance": "vendor-own",
          "exposures": {"gpt-4": "vendor-clean"}},
         {"model": "student", "family": "student", "firstSeen": "2023-12-01",
          "provenance": "documented", "derivedFrom": "llama-2",
          "exposures": {"gpt-4": "taught", "claude": "not-taught"}},
         {"model": "student-dpo", "family": "student", "provenance": "widely-reported",
          "derivedFrom": "student", "exposures": {"gpt-4": "taught-in-part"}}]}
      """;

  /** The same content in another order, with an unknown exposure written out. */
  public static final String REORDERED =
      """
      {"models": [
         {"model": "student-dpo", "family": "student", "provenance": "widely-reported",
          "derivedFrom": "student",
          "exposures": {"claude": "unknown", "gpt-4": "taught-in-part"}},
         {"model": "claude-2", "family": "claude", "provenance": "vendor-own",
          "exposures": {"gpt-4": "vendor-clean"}},
         {"model": "student", "family": "student", "firstSeen": "2023-12-01",
          "provenance": "documented", "derivedFrom": "llama-2",
          "exposures": {"claude": "not-taught", "gpt-4": "taught"}},
         {"model": "gpt4-0613", "family": "oai-gpt4", "provenance": "vendor-own"},
         {"model": "gpt4", "family": "oai-gpt4", "firstSeen": "2023-07-15",
          "provenance": "vendor-own"}],
       "teachers": [
         {"teacher": "claude", "vendor": "anthropic", "firstAvailable": "2023-07",
          "references": ["claude-2"]},
         {"teacher": "gpt-4", "vendor": "openai", "firstAvailable": "2023-03",
          "references": ["gpt4-0613", "gpt4"]}],
       "date": "2024-06-01"}
      """;
}
