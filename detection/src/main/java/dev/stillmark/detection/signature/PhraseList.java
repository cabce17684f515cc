package dev.stillmark.detection.signature;

import dev.stillmark.detection.FieldDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A teacher's signature phrases: distinct, at most {@value #MOST} of them. */
public record PhraseList(List<Phrase> phrases) {

  public static final int MOST = 1_000_000;

  public PhraseList {
    phrases = List.copyOf(phrases);
    if (phrases.size() > MOST) {
      throw new IllegalArgumentException(
          "phrases must be at most %d but are %d".formatted(MOST, phrases.size()));
    }
    Set<String> seen = new HashSet<>();
    for (Phrase phrase : phrases) {
      if (!seen.add(phrase.text())) {
        throw new IllegalArgumentException(
            "phrases must be distinct but '%s' is repeated".formatted(phrase.text()));
      }
    }
  }

  /** SHA-256 over the phrases in canonical order, 64 hexadecimal digits. */
  public String digest() {
    FieldDigest digest = new FieldDigest("stillmark phrase list 1");
    phrases.stream()
        .sorted(Comparator.comparing(Phrase::text))
        .forEach(p -> digest.add(p.text()).add(Double.doubleToLongBits(p.logOdds())));
    return digest.hex();
  }

  /** The number of phrases: a list is too long to print. */
  @Override
  public String toString() {
    return "PhraseList[%d phrases]".formatted(phrases.size());
  }
}
