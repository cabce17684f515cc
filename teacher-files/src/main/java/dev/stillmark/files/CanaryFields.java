package dev.stillmark.files;

import dev.stillmark.detection.canary.Canary;
import dev.stillmark.detection.canary.CanarySet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the canaries of a teacher.yaml. */
final class CanaryFields {

  private static final List<String> KNOWN = List.of("replySpace", "asks", "items");
  private static final List<String> KNOWN_OF_ITEM = List.of("id", "promptId", "reply", "replyFile");

  private CanaryFields() {}

  static CanarySet read(Value value) {
    Fields fields = value.fields(KNOWN);
    List<Canary> canaries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Value item : fields.required("items").oneOrMore()) {
      Fields one = item.fields(KNOWN_OF_ITEM);
      Value id = one.required("id");
      if (!ids.add(id.nonBlankText())) {
        throw id.fault("must be the id of one canary only");
      }
      canaries.add(
          new Canary(id.text(), one.required("promptId").nonBlankText(), reply(item, one)));
    }
    return new CanarySet(
        List.copyOf(canaries),
        fields.required("replySpace").integerWithin(2, 999_999_999_999_999_999L),
        fields.optional("asks").map(asks -> (int) asks.integerWithin(1, 1_000_000)).orElse(1));
  }

  private static String reply(Value item, Fields one) {
    Optional<Value> inline = one.optional("reply");
    Optional<Value> file = one.optional("replyFile");
    if (inline.isPresent() == file.isPresent()) {
      throw item.fault("must have either the field 'reply' or the field 'replyFile'");
    }
    Value given = inline.or(() -> file).orElseThrow();
    String reply = inline.isPresent() ? Secrets.of(given) : Secrets.ofFile(given);
    if (reply.isBlank()) {
      throw given.fault("must not be blank");
    }
    return reply;
  }
}
