package dev.stillmark.files;

import dev.stillmark.detection.verdict.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of the user's: whose training is asked about, against which teachers, under which policy.
 *
 * @param teachers teacher.yaml files
 */
public record CaseDefinition(
    String name,
    Policy policy,
    List<Path> teachers,
    List<SuspectFiles> suspects,
    List<ReferenceFiles> references) {

  /**
   * The outputs of one suspect.
   *
   * @param tokenizer the name of the tokenizer that made the mapped ids; null where none are mapped
   * @param collection the collection of rows that do not name their own
   */
  public record SuspectFiles(
      String name,
      List<Path> outputs,
      FieldMapping fields,
      @Nullable String tokenizer,
      String collection) {}

  /**
   * The outputs of one reference model: documented as not trained on the teacher.
   *
   * @param family models with a common origin, which count once
   * @param released first public availability, or null where it is not known
   * @param provenance where its documentation is, or null
   * @param tokenizer the name of the tokenizer that made the mapped ids; null where none are mapped
   */
  public record ReferenceFiles(
      String name,
      String family,
      @Nullable LocalDate released,
      @Nullable String provenance,
      List<Path> outputs,
      FieldMapping fields,
      @Nullable String tokenizer,
      String collection) {}
}
