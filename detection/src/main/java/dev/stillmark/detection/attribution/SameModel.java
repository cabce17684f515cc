package dev.stillmark.detection.attribution;

/**
 * A panel model that a suspect resembles more than unrelated families ever did: the same model, one
 * derived from the other, or a close relative.
 *
 * @param model its name in the panel
 * @param likeness of the answers to the same prompts
 * @param threshold that the likeness reached
 */
public record SameModel(String model, double likeness, double threshold) {}
