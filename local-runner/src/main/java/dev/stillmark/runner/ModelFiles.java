package dev.stillmark.runner;

import dev.stillmark.files.CaseDefinition.ReferenceFiles;
import dev.stillmark.files.CaseDefinition.SuspectFiles;
import dev.stillmark.files.FieldMapping;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one model whose outputs are sent, suspect or reference. */
record ModelFiles(
    String name,
    List<Path> outputs,
    FieldMapping fields,
    @Nullable String tokenizer,
    String collection) {

  static ModelFiles of(SuspectFiles suspect) {
    return new ModelFiles(
        suspect.name(),
        suspect.outputs(),
        suspect.fields(),
        suspect.tokenizer(),
        suspect.collection());
  }

  static ModelFiles of(ReferenceFiles reference) {
    return new ModelFiles(
        reference.name(),
        reference.outputs(),
        reference.fields(),
        reference.tokenizer(),
        reference.collection());
  }
}
