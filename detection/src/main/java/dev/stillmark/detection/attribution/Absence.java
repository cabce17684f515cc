package dev.stillmark.detection.attribution;

import java.util.Locale;

/** Why there is no fused score of a suspect and a teacher. */
enum Absence {
  /** The suspect was there before the teacher was to be had. */
  OLDER_THAN_TEACHER,
  /** Nothing of the suspect was measured. */
  NO_ANSWERS,
  /** Below 25 answers nothing is known of the error rates. */
  TOO_FEW_PROMPTS,
  /** The suspect answered a part of the prompts that the panel was measured on. */
  PARTIAL_ANSWERS,
  /** The suspect is the only model that stands for the teacher. */
  ONLY_REFERENCE,
  TOO_FEW_TEACHER_ANSWERS,
  TOO_FEW_CLEAN_MODELS,
  NO_SCORES;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
