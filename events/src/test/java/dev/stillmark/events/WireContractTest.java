package dev.stillmark.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds records, schemas and golden messages against each other. */
class WireContractTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private static final String SCHEMAS = "https://stillmark.dev/schemas/";

  static Stream<Class<?>> records() {
    return Stream.of(
        CapturedTokens.class,
        CollectionAccepted.class,
        DeclaredDetector.class,
        ExtractedSignal.class,
        RecordQuarantined.class,
        SignalsExtracted.class,
        SuspectOutputCaptured.class,
        TeachersDeclared.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CollectionAccepted",
        "RecordQuarantined",
        "SignalsExtracted",
        "SuspectOutputCaptured",
        "SuspectOutputCaptured.minimal",
        "TeachersDeclared"
      })
  void a_golden_message_comes_back_as_it_was(String golden) throws Exception {
    JsonNode message = read("golden/" + golden + ".json");

    Object event = JSON.treeToValue(message, typeOf(golden));

    assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(message);
    assertThat(schema(typeOf(golden)).validate(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SuspectOutputCaptured, outputId, \"ABC\"",
    "SuspectOutputCaptured, sample, -1",
    "SuspectOutputCaptured, suspect, \"\"",
    "SuspectOutputCaptured, schemaVersion, 2",
    "SuspectOutputCaptured, collectedAt, \"yesterday\"",
    "SuspectOutputCaptured, extra, 1",
    "CollectionAccepted, accepted, 0",
    "CollectionAccepted, digest, null",
    "RecordQuarantined, offset, -1",
    "SignalsExtracted, parts, 0",
    "SignalsExtracted, signals, {}",
    "TeachersDeclared, detectors, [{}]"
  })
  void the_schema_refuses_a_spoilt_message(String golden, String field, String value)
      throws Exception {
    ObjectNode message = (ObjectNode) read("golden/" + golden + ".json");
    message.set(field, JSON.readTree(value));

    assertThat(schema(typeOf(golden)).validate(message)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void the_schema_names_exactly_the_components_of_the_record(Class<?> type) throws Exception {
    JsonNode schema = read("schemas/" + type.getSimpleName() + ".schema.json");

    assertSameFields(schema, type);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        DeclaredDetector.Watermark.class,
        DeclaredDetector.Phrases.class,
        DeclaredDetector.Canaries.class
      })
  void the_schema_names_exactly_the_components_of_a_detectors_section(Class<?> type)
      throws Exception {
    JsonNode schema = read("schemas/DeclaredDetector.schema.json");

    assertSameFields(schema.at("/$defs/" + type.getSimpleName()), type);
  }

  @Test
  void a_field_that_a_record_does_not_know_is_an_error_unless_the_reader_says_otherwise()
      throws Exception {
    ObjectNode message = (ObjectNode) read("golden/CollectionAccepted.json");
    message.put("later", true);

    assertThatThrownBy(() -> JSON.treeToValue(message, CollectionAccepted.class))
        .isInstanceOf(UnrecognizedPropertyException.class);
    assertThat(
            JSON.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .treeToValue(message, CollectionAccepted.class)
                .accepted())
        .isEqualTo(2);
  }

  @Test
  void no_text_of_an_output_is_in_its_string_form() throws Exception {
    SuspectOutputCaptured event =
        JSON.treeToValue(read("golden/SuspectOutputCaptured.json"), SuspectOutputCaptured.class);

    assertThat(event.toString()).contains(event.outputId()).doesNotContain("harbour", "sea");
    assertThat(String.valueOf(event.tokens())).doesNotContain("791");
  }

  @Test
  void a_key_spreads_one_suspect_over_its_shards_and_no_further() {
    Stream<String> keys =
        java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> Wire.key("acme-7b", "%064x".formatted(i * 7919), 4));

    assertThat(keys.distinct().sorted())
        .containsExactly("acme-7b#0", "acme-7b#1", "acme-7b#2", "acme-7b#3");
  }

  private static void assertSameFields(JsonNode schema, Class<?> type) {
    assertThat(fieldNames(schema.get("properties")))
        .containsExactlyElementsOf(components(type, component -> true));
    List<String> required = new ArrayList<>();
    schema.get("required").forEach(name -> required.add(name.textValue()));
    assertThat(required)
        .containsExactlyElementsOf(
            components(type, component -> !isNullable(component.getAnnotatedType())));
    assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static List<String> fieldNames(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> components(Class<?> type, Predicate<RecordComponent> wanted) {
    return Arrays.stream(type.getRecordComponents())
        .filter(wanted)
        .map(RecordComponent::getName)
        .toList();
  }

  private static Class<?> typeOf(String golden) throws ClassNotFoundException {
    return Class.forName("dev.stillmark.events." + golden.split("\\.", 2)[0]);
  }

  private static JsonSchema schema(Class<?> type) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaMappers(mappers ->
                    mappers.mapPrefix(SCHEMAS, "classpath:dev/stillmark/events/schemas/")));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return factory.getSchema(
        SchemaLocation.of(SCHEMAS + type.getSimpleName() + ".schema.json"), config);
  }

  private static JsonNode read(String resource) throws IOException {
    try (InputStream in = WireContractTest.class.getResourceAsStream(resource)) {
      return JSON.readTree(Objects.requireNonNull(in, resource));
    }
  }
}
