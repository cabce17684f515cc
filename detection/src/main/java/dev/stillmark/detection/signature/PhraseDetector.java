package dev.stillmark.detection.signature;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import java.util.BitSet;
import java.util.List;

/**
 * Counts a teacher's signature phrases in every output.
 *
 * <p>The item is the output; its score is {@code distinct phrases << 32 | words}. A phrase counts
 * once per output however often it stands there, and not at all if it stands in the output's own
 * prompt. An output without a word has no item.
 */
public final class PhraseDetector implements Detector {

  private static final String VERSION = "stillmark phrase detector 1";

  private final Descriptor.Phrases descriptor;
  private final List<Phrase> phrases;
  private final PhraseIndex index;

  public PhraseDetector(Teacher teacher, PhraseList list) {
    phrases = list.phrases();
    index = new PhraseIndex(phrases.stream().map(Phrase::text).toList());
    String digest = list.digest();
    String hex = new FieldDigest(VERSION).add(teacher.name()).add(digest).hex();
    descriptor =
        new Descriptor.Phrases("phrases-" + hex.substring(0, 16), teacher, digest, phrases.size());
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Signal detect(ObservedOutput output, Tokenizations tokenizations) {
    Words words = Words.of(output.output());
    BitSet found = index.in(words);
    int inOutput = found.cardinality();
    found.andNot(index.in(Words.of(output.prompt())));
    int matches = found.cardinality();
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    if (words.size() > 0) {
      long item = output.id().hash64();
      items.add(item, item, output.id().order(), ((long) matches << 32) | words.size());
    }
    Coverage coverage = new Coverage(words.size(), inOutput - matches, 0, false);
    return new Signal(
        descriptor, items.build(), EvidenceSet.empty(1), coverage.asItem(output.id()));
  }

  /** The phrases that count in {@code output}, in the order of the list. */
  public List<Phrase> matchesIn(String prompt, String output) {
    BitSet found = index.in(Words.of(output));
    found.andNot(index.in(Words.of(prompt)));
    return found.stream().mapToObj(phrases::get).toList();
  }
}
