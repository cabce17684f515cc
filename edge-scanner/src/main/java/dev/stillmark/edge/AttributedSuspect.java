package dev.stillmark.edge;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.VendorMention;
import java.util.List;

/**
 * What the panel says of one suspect.
 *
 * @param prompts how many prompts the figures are from
 * @param vendorsNamed as the one that it comes from, which proves nothing
 * @param attributions one for each teacher
 * @param growth the same from ever more prompts, where it was asked for
 */
record AttributedSuspect(
    String name,
    int prompts,
    List<VendorMention> vendorsNamed,
    List<Attribution> attributions,
    List<Step> growth) {

  /** What part of the prompts says. */
  record Step(int prompts, List<Attribution> attributions) {}
}
