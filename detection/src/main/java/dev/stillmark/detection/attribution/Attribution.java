package dev.stillmark.detection.attribution;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the panel says of one suspect and one teacher.
 *
 * @param signals z-scores by signal, against vendor-clean models of other families; one that cannot
 *     be had is missing
 * @param fusedZ the mean of the clipped z-scores, less what another teacher explains better
 * @param pooledP rank of {@code fusedZ} among all vendor-clean pairs of other families, in (0, 1]
 * @param familyPanelP rank among the maxima of the panel's vendor-clean families, in (0, 1]
 * @param panelFamilies how many families that were, {@code panelModels} of how many models
 * @param smallestP the least {@code familyPanelP} that this panel can give
 * @param log10Lr the calibrated likelihood ratio, capped
 * @param promptFreeZ the same as {@code fusedZ} of the signals that need no shared prompts
 * @param promptFreeP rank of {@code promptFreeZ} among all vendor-clean pairs of other families
 * @param anyTeacherP rank of the suspect's best teacher among the panel's families at their best
 *     teacher, over families that are clean of all of them; the same on each line of a suspect
 * @param versionRank place of this teacher among its vendor's by {@code fusedZ}, from 1:
 *     exploratory, no error rate is known of it
 * @param sameModels all panel models that pass for the suspect itself or a close relative, likest
 *     first; the same on each line of a suspect
 * @param reason why there is no {@code fusedZ}, or no claim
 */
public record Attribution(
    String suspect,
    String teacher,
    Map<BehaviourSignal, Double> signals,
    OptionalDouble fusedZ,
    OptionalDouble pooledP,
    OptionalDouble familyPanelP,
    int panelFamilies,
    int panelModels,
    double smallestP,
    OptionalDouble log10Lr,
    OptionalDouble promptFreeZ,
    OptionalDouble promptFreeP,
    OptionalDouble anyTeacherP,
    OptionalInt versionRank,
    List<SameModel> sameModels,
    Claim claim,
    Optional<String> reason) {

  public Attribution {
    EnumMap<BehaviourSignal, Double> inOrder = new EnumMap<>(BehaviourSignal.class);
    inOrder.putAll(signals);
    signals = Collections.unmodifiableMap(inOrder);
    sameModels = List.copyOf(sameModels);
  }
}
