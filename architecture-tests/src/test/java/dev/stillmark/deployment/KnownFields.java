package dev.stillmark.deployment;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.stillmark.architecture.Modules;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields that teacher.yaml, scheme.json and case.yaml may have, as their parsers know them. */
final class KnownFields {

  private static final Map<String, List<?>> LISTS = readAll();

  private KnownFields() {}

  /**
   * Every constant list of names in the parsers, such as {@code CaseFile.KNOWN}.
   *
   * <p>All are looked for rather than asked for by name, so that a new one is not forgotten.
   */
  static Map<String, List<?>> lists() {
    return LISTS;
  }

  private static Map<String, List<?>> readAll() {
    Map<String, List<?>> lists = new TreeMap<>();
    Modules.of("teacher-files").stream()
        .flatMap(type -> type.getFields().stream())
        .filter(KnownFields::isConstantList)
        .forEach(field ->
            lists.put(field.getOwner().getSimpleName() + "." + field.getName(), read(field)));
    return lists;
  }

  private static boolean isConstantList(JavaField field) {
    return field.getRawType().isEquivalentTo(List.class)
        && field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
  }

  private static List<?> read(JavaField constant) {
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      return (List<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(constant.getFullName() + " cannot be read", e);
    }
  }
}
