package dev.stillmark.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service reads and writes as JSON where Quarkus cannot see it: through a mapper made by
 * hand, or as the entity of a bare response.
 *
 * <p>Errs on the side of too much: whatever a writing method takes, makes or is given counts as
 * written, with all that its components hold.
 */
final class HandmadeJson {

  private static final Set<String> READS = Set.of("readValue", "treeToValue", "convertValue");
  private static final Set<String> WRITES =
      Set.of(
          "writeValue", "writeValueAsBytes", "writeValueAsString", "valueToTree", "entity", "ok");

  private final JavaClasses classes;

  private HandmadeJson(JavaClasses classes) {
    this.classes = classes;
  }

  /** The names of the types that {@code service} needs by reflection. */
  static Set<String> of(String service) {
    return new HandmadeJson(Modules.of(service, "service-kit", "events", "detection")).names();
  }

  private Set<String> names() {
    Stream<JavaClass> read =
        reaching(READS, HandmadeJson::takesType).stream().flatMap(HandmadeJson::namedTypes);
    Stream<JavaClass> written =
        reaching(WRITES, HandmadeJson::takesAnything).stream().flatMap(HandmadeJson::shownTypes);
    Set<JavaClass> needed = new HashSet<>();
    Stream.concat(read, written)
        .filter(JavaClass::isRecord)
        .forEach(type -> addWithComponents(type, needed));
    return needed.stream().map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Who calls Jackson, and who calls those that leave the type to their caller. */
  private Set<JavaCodeUnit> reaching(Set<String> names, Predicate<JavaCodeUnit> passesOn) {
    Deque<JavaCodeUnit> open = new ArrayDeque<>();
    classes.stream()
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> callsJson(unit, names))
        .forEach(open::add);
    Set<JavaCodeUnit> found = new HashSet<>();
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (found.add(unit) && passesOn.test(unit)) {
        accessesTo(unit).map(JavaAccess::getOrigin).forEach(open::add);
      }
    }
    return found;
  }

  private static Stream<JavaAccess<?>> accessesTo(JavaCodeUnit unit) {
    return unit.getAccessesToSelf().stream().map(access -> access);
  }

  private static boolean callsJson(JavaCodeUnit unit, Set<String> names) {
    return unit.getAccessesFromSelf().stream()
        .filter(access -> names.contains(access.getName()))
        .map(access -> access.getTargetOwner().getPackageName())
        .anyMatch(owner ->
            owner.startsWith("com.fasterxml.jackson.databind")
                || owner.equals("jakarta.ws.rs.core"));
  }

  private static boolean takesType(JavaCodeUnit unit) {
    return rawParameters(unit)
        .anyMatch(type ->
            type.isEquivalentTo(Class.class) || type.getSimpleName().equals("TypeReference"));
  }

  private static boolean takesAnything(JavaCodeUnit unit) {
    return parameterTypes(unit).noneMatch(JavaClass::isRecord)
        && rawParameters(unit)
            .anyMatch(type ->
                type.isEquivalentTo(Object.class)
                    || type.isAssignableTo(Collection.class)
                    || type.isAssignableTo(Map.class));
  }

  private static Stream<JavaClass> rawParameters(JavaCodeUnit unit) {
    return unit.getRawParameterTypes().stream();
  }

  private static Stream<JavaClass> parameterTypes(JavaCodeUnit unit) {
    return unit.getParameters().stream()
        .map(JavaParameter::getType)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaClass> namedTypes(JavaCodeUnit unit) {
    Stream<JavaClass> literals =
        unit.getReferencedClassObjects().stream().map(literal -> literal.getRawType());
    Stream<JavaClass> references =
        unit.getAccessesFromSelf().stream()
            .flatMap(access -> access.getTargetOwner().getSuperclass().stream())
            .filter(type -> type.toErasure().getSimpleName().equals("TypeReference"))
            .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    return Stream.concat(literals, references);
  }

  private static Stream<JavaClass> shownTypes(JavaCodeUnit unit) {
    Stream<JavaClass> made =
        unit.getAccessesFromSelf().stream()
            .flatMap(access ->
                Stream.concat(
                    Stream.of(access.getTargetOwner()),
                    access.getTarget().resolveMember().stream()
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .map(JavaCodeUnit::getReturnType)
                        .map(JavaType::getAllInvolvedRawTypes)
                        .flatMap(Set::stream)));
    return Stream.concat(parameterTypes(unit), made);
  }

  private static void addWithComponents(JavaClass type, Set<JavaClass> needed) {
    boolean data = type.isRecord() || type.isEnum() || type.isInterface();
    if (!data || !type.getPackageName().startsWith("dev.stillmark") || !needed.add(type)) {
      return;
    }
    if (type.isInterface()) {
      type.getAllSubclasses().forEach(kind -> addWithComponents(kind, needed));
    }
    if (type.isRecord()) {
      type.getFields().stream()
          .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
          .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
          .forEach(component -> addWithComponents(component, needed));
    }
  }
}
