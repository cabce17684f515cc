package dev.stillmark.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All dialects that can be read, by scheme and dialect; a scheme's first dialect is its default.
 */
final class SchemeDialects {

  private static final Map<String, Map<String, SchemeDialect>> ALL = new LinkedHashMap<>();

  static {
    add("kgw", "transformers", KgwFields.TRANSFORMERS);
    add("kgw", "lm-watermarking", LmWatermarkingFields.DIALECT);
    add("kgw", "markllm", MarkLlmKgwFields.DIALECT);
    add("kgw", "three-bricks", ThreeBricksFields.GREEN_LISTS);
    add("unigram", "unigram-repo", UnigramFields.REPOSITORY);
    add("unigram", "markllm", UnigramFields.MARKLLM);
    add("synthid", "transformers", SynthIdFields.TRANSFORMERS);
    add("synthid", "deepmind-2025", SynthIdFields.DEEPMIND_2025);
    add("gumbel", "three-bricks", ThreeBricksFields.GUMBEL);
    add("gumbel", "markllm", ExpFields.DIALECT);
    add("gumbel", "vllm", VllmFields.DIALECT);
    add("gumbel", "sglang", SglangFields.DIALECT);
    add("dipmark", "markllm", DipmarkFields.DIALECT);
    add("textseal", "textseal", TextsealFields.DIALECT);
  }

  private SchemeDialects() {}

  private static void add(String scheme, String dialect, SchemeDialect fields) {
    ALL.computeIfAbsent(scheme, _ -> new LinkedHashMap<>()).put(dialect, fields);
  }

  /**
   * The dialect that a scheme object names. Looked at before anything else: another scheme's
   * parameters are no misspelling.
   */
  static SchemeDialect of(Value value) {
    Map<String, Value> entries = value.entries();
    Value scheme = entries.get("scheme");
    if (scheme == null) {
      throw value.fault("must have the field 'scheme'");
    }
    if (EditSchemeFile.names(scheme)) {
      throw scheme.fault(
          "%s aligns whole texts and is only for the command score".formatted(scheme.text()));
    }
    Map<String, SchemeDialect> dialects = scheme.oneOf(ALL);
    Value dialect = entries.get("dialect");
    return dialect == null ? dialects.values().iterator().next() : dialect.oneOf(dialects);
  }
}
