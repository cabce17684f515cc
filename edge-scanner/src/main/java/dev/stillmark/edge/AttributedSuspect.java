package dev.stillmark.edge;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers;
import dev.stillmark.detection.attribution.measuring.PhraseUse;
import dev.stillmark.detection.attribution.measuring.VendorMention;
import java.util.List;
import java.util.Map;

/**
 * What the panel says of one suspect.
 *
 * @param prompts how many prompts the figures are from
 * @param vendorsNamed as the one that it comes from, which proves nothing
 * @param copies the panel models of other families whose answers it gave beyond coincidence
 * @param phrases by teacher, the strongest of its signature phrases that the suspect uses
 * @param attributions one for each teacher
 * @param growth the same from ever more prompts, where it was asked for
 */
record AttributedSuspect(
    String name,
    int prompts,
    List<VendorMention> vendorsNamed,
    List<CopiedAnswers.Pair> copies,
    Map<String, List<PhraseUse>> phrases,
    List<Attribution> attributions,
    List<Step> growth) {

  /** What part of the prompts says. */
  record Step(int prompts, List<Attribution> attributions) {}
}
