package dev.stillmark.verdicts.store;

import dev.stillmark.detection.verdict.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is examined, against whom, under which declared policy.
 *
 * @param teachers null for every teacher
 */
public record LegalCase(
    String name,
    Policy policy,
    @Nullable List<String> teachers,
    List<String> suspects,
    List<Reference> references) {}
