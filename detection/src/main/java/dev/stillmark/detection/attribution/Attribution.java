package dev.stillmark.detection.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
    Claim claim,
    Optional<String> reason) {}
