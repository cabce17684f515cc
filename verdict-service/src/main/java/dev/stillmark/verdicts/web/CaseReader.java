package dev.stillmark.verdicts.web;

import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.service.Problem;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.Reference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the body of a case and names every rule that it breaks. */
final class CaseReader {

  private static final int LONGEST_PROVENANCE = 4000;

  /** A policy; what is left out has its default. */
  record PolicyBody(
      @Nullable Double alpha,
      @Nullable Double effect,
      @Nullable Double power,
      @Nullable Double ledgerBAlpha) {}

  /** A case as a client writes it. */
  record CaseBody(
      @Nullable PolicyBody policy,
      @Nullable List<@Nullable String> teachers,
      @Nullable List<@Nullable String> suspects,
      @Nullable List<@Nullable ReferenceBody> references) {}

  /** A reference model as a client writes it. */
  record ReferenceBody(
      @Nullable String name,
      @Nullable String family,
      @Nullable String released,
      @Nullable String provenance) {}

  private final List<Problem.FieldError> errors = new ArrayList<>();

  private CaseReader() {}

  static LegalCase read(String name, byte[] body) {
    CaseReader reader = new CaseReader();
    LegalCase legalCase = reader.legalCase(name, JsonBody.read(body, CaseBody.class));
    if (!reader.errors.isEmpty()) {
      throw Problems.invalid(reader.errors);
    }
    return legalCase;
  }

  private LegalCase legalCase(String name, CaseBody body) {
    checkName("case", name);
    List<String> suspects = names("suspects", body.suspects());
    List<Reference> references = references(body.references());
    Set<String> seen = new HashSet<>();
    for (Reference reference : references) {
      if (suspects.contains(reference.name())) {
        fault("references", "own-reference", "a suspect may not be its own reference");
      }
      if (!seen.add(reference.name())) {
        fault("references", "repeated", "a reference must stand once");
      }
    }
    if (body.suspects() == null) {
      fault("suspects", "missing-field", "must be present");
    }
    List<String> teachers = body.teachers() == null ? null : names("teachers", body.teachers());
    return new LegalCase(name, policy(body.policy()), teachers, suspects, references);
  }

  private Policy policy(@Nullable PolicyBody body) {
    if (body == null) {
      return Policy.DEFAULT;
    }
    try {
      return new Policy(
          Objects.requireNonNullElse(body.alpha(), Policy.DEFAULT.alpha()),
          body.effect(),
          Objects.requireNonNullElse(body.power(), Policy.DEFAULT.power()),
          Objects.requireNonNullElse(body.ledgerBAlpha(), Policy.DEFAULT.ledgerBAlpha()));
    } catch (IllegalArgumentException e) {
      fault("policy", "out-of-range", String.valueOf(e.getMessage()));
      return Policy.DEFAULT;
    }
  }

  private List<String> names(String field, @Nullable List<@Nullable String> values) {
    List<String> names = new ArrayList<>();
    if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        String value = values.get(i);
        if (checkName(field + "[" + i + "]", value) && value != null && !names.contains(value)) {
          names.add(value);
        }
      }
    }
    return names;
  }

  private List<Reference> references(@Nullable List<@Nullable ReferenceBody> bodies) {
    List<Reference> references = new ArrayList<>();
    if (bodies != null) {
      for (int i = 0; i < bodies.size(); i++) {
        reference("references[" + i + "]", bodies.get(i), references);
      }
    }
    return references;
  }

  private void reference(String at, @Nullable ReferenceBody body, List<Reference> references) {
    if (body == null) {
      fault(at, "missing-field", "must be an object");
      return;
    }
    String name = body.name();
    String family = body.family();
    boolean nameHolds = checkName(at + ".name", name);
    boolean familyHolds = checkName(at + ".family", family);
    checkDate(at + ".released", body.released());
    String provenance = body.provenance();
    if (provenance != null
        && (provenance.length() > LONGEST_PROVENANCE || provenance.indexOf(0) >= 0)) {
      fault(at + ".provenance", "invalid-text", "must have at most 4000 characters, none U+0000");
    }
    if (nameHolds && familyHolds && name != null && family != null) {
      references.add(new Reference(name, family, body.released(), provenance));
    }
  }

  private void checkDate(String at, @Nullable String date) {
    try {
      if (date != null) {
        LocalDate.parse(date);
      }
    } catch (DateTimeParseException e) {
      fault(at, "invalid-date", "must be an ISO 8601 date");
    }
  }

  private boolean checkName(String at, @Nullable String name) {
    String fault = Names.fault(name);
    if (fault != null) {
      fault(at, "invalid-name", fault);
    }
    return fault == null;
  }

  private void fault(String field, String rule, String message) {
    errors.add(Problems.broken(field, rule, message));
  }
}
