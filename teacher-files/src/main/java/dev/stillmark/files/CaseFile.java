package dev.stillmark.files;

import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.files.CaseDefinition.ReferenceFiles;
import dev.stillmark.files.CaseDefinition.SuspectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a case.yaml; the outputs it names are found but not opened. */
public final class CaseFile {

  private static final List<String> KNOWN =
      List.of("case", "policy", "teachers", "suspects", "references");
  private static final List<String> KNOWN_OF_POLICY =
      List.of("alpha", "effect", "power", "ledgerBAlpha");
  private static final List<String> KNOWN_OF_SUSPECT =
      List.of("name", "outputs", "fields", "where", "tokenizer", "collection");
  private static final List<String> KNOWN_OF_REFERENCE =
      List.of(
          "name",
          "family",
          "released",
          "provenance",
          "outputs",
          "fields",
          "where",
          "tokenizer",
          "collection");

  private final Fields fields;
  private final String name;
  private final List<Path> teachers;
  private final Tokenizers tokenizers = new Tokenizers();
  private final Set<String> names = new HashSet<>();

  private CaseFile(Path path) {
    fields = YamlFile.read(path).fields(KNOWN);
    name = fields.required("case").nonBlankText();
    teachers = FilePatterns.resolve(fields.required("teachers"));
  }

  /** The case in {@code path}; throws {@link InputFault}. */
  public static CaseDefinition load(Path path) {
    CaseFile file = new CaseFile(path);
    List<SuspectFiles> suspects =
        file.fields.required("suspects").oneOrMore().stream().map(file::suspect).toList();
    List<ReferenceFiles> references =
        file.fields.optional("references").map(Value::list).orElse(List.of()).stream()
            .map(file::reference)
            .toList();
    Policy policy = file.fields.optional("policy").map(file::policy).orElse(Policy.DEFAULT);
    return new CaseDefinition(file.name, policy, file.teachers, suspects, references);
  }

  private Policy policy(Value value) {
    Fields policy = value.fields(KNOWN_OF_POLICY);
    policy.optional("effect").ifPresent(this::requireEffect);
    Policy standard = Policy.DEFAULT;
    try {
      return new Policy(
          policy.optional("alpha").map(Value::number).orElse(standard.alpha()),
          policy.optional("effect").map(Value::number).orElse(null),
          policy.optional("power").map(Value::number).orElse(standard.power()),
          policy.optional("ledgerBAlpha").map(Value::number).orElse(standard.ledgerBAlpha()));
    } catch (IllegalArgumentException e) {
      throw policy.fault(e);
    }
  }

  /** At or below γ there is nothing whose absence could be noticed. */
  private void requireEffect(Value effect) {
    double declared = effect.number();
    for (Path teacher : teachers) {
      double greenShare = TeacherFile.greatestGreenShare(teacher, tokenizers);
      if (declared <= greenShare) {
        throw effect.fault(
            "must be above %s, a share of green tokens that %s has by chance, but is %s"
                .formatted(greenShare, teacher.getFileName(), declared));
      }
    }
  }

  private SuspectFiles suspect(Value value) {
    Fields one = value.fields(KNOWN_OF_SUSPECT);
    FieldMapping mapping = MappingFields.read(one);
    return new SuspectFiles(
        uniqueName(one),
        FilePatterns.resolve(one.required("outputs")),
        mapping,
        tokenizer(one, mapping),
        collection(one));
  }

  private ReferenceFiles reference(Value value) {
    Fields one = value.fields(KNOWN_OF_REFERENCE);
    FieldMapping mapping = MappingFields.read(one);
    return new ReferenceFiles(
        uniqueName(one),
        one.required("family").nonBlankText(),
        one.optional("released").map(Value::date).orElse(null),
        one.optional("provenance").map(Value::text).orElse(null),
        FilePatterns.resolve(one.required("outputs")),
        mapping,
        tokenizer(one, mapping),
        collection(one));
  }

  private String uniqueName(Fields one) {
    Value value = one.required("name");
    if (!names.add(value.nonBlankText())) {
      throw value.fault(
          "must be the name of one model only but '%s' is repeated".formatted(value.shown()));
    }
    return value.text();
  }

  private String collection(Fields one) {
    return one.optional("collection").map(Value::nonBlankText).orElse(name);
  }

  private @Nullable String tokenizer(Fields one, FieldMapping mapping) {
    Optional<Value> given = one.optional("tokenizer");
    if (!mapping.hasTokens()) {
      given.ifPresent(value -> {
        throw value.fault("must stand beside fields.outputIds, whose tokenizer it names");
      });
      return null;
    }
    return given.isPresent() ? tokenizers.named(given.get()).name() : tokenizerOfTeachers(one);
  }

  private String tokenizerOfTeachers(Fields one) {
    List<String> used = new ArrayList<>();
    for (Path teacher : teachers) {
      TeacherFile.tokenizers(teacher, tokenizers).stream()
          .map(Tokenizer::name)
          .filter(tokenizer -> !used.contains(tokenizer))
          .forEach(used::add);
    }
    if (used.size() != 1) {
      throw one.owner()
          .fault(
              "must have the field 'tokenizer' for its token ids, since the teachers use %d tokenizers"
                  .formatted(used.size()));
    }
    return used.getFirst();
  }
}
