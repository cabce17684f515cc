/** From answers to measurements: grams, styles, classifiers and phrases, prompt by prompt. */
@NullMarked
package dev.stillmark.detection.attribution.measuring;

import org.jspecify.annotations.NullMarked;
