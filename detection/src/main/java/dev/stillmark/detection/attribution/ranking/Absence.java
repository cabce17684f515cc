package dev.stillmark.detection.attribution.ranking;

import java.util.Locale;

/** What stands against a claim about a suspect and a teacher before any score is looked at. */
enum Absence {
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
  NO_SCORES,
  /** The suspect was there before the teacher was to be had: figures there are, and no claim. */
  OLDER_THAN_TEACHER;

  /** Whether not even a score can be had. */
  boolean isOfScore() {
    return this != OLDER_THAN_TEACHER;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
