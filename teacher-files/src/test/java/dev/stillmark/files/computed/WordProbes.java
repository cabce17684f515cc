package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.Probe;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about letters and words. */
final class WordProbes {

  private WordProbes() {}

  static Stream<Probe> all() {
    return Stream.of(
            Topic.of("letters-in-word", Topic.NUMBER, WordProbes::lettersInWord),
            Topic.of("letters-in-sentence", Topic.NUMBER, WordProbes::lettersInSentence),
            Topic.of("backwards", Topic.WORD, WordProbes::backwards),
            Topic.of("nth-letter", Topic.WORD, WordProbes::nthLetter),
            Topic.of("sort-words", Topic.LIST, WordProbes::sortWords),
            Topic.of("anagram", Topic.YES_NO, WordProbes::anagram),
            Topic.of("caesar", Topic.WORD, WordProbes::caesar),
            Topic.of("letter-sum", Topic.NUMBER, WordProbes::letterSum),
            Topic.of("arrangements", Topic.NUMBER, WordProbes::arrangements))
        .flatMap(List::stream);
  }

  private static void lettersInWord(Topic topic, int level) {
    String word = Vocabulary.RARE.get(level);
    String letters =
        word.chars().distinct().mapToObj(Character::toString).collect(Collectors.joining());
    char letter = letters.charAt(topic.random.nextInt(letters.length()));
    topic.add(
        "How many times does the letter '%c' occur in the word '%s'?".formatted(letter, word),
        word.chars().filter(c -> c == letter).count());
  }

  private static void lettersInSentence(Topic topic, int level) {
    String sentence = Vocabulary.SENTENCES.get(level);
    topic.add(
        "How many letters 'e', large or small, are there in this sentence: \"%s\"?"
            .formatted(sentence),
        sentence.chars().filter(c -> c == 'e' || c == 'E').count());
  }

  private static void backwards(Topic topic, int level) {
    String word = Vocabulary.PLAIN.get(level);
    topic.add("Spell the word '%s' backwards.".formatted(word), new StringBuilder(word).reverse());
  }

  private static void nthLetter(Topic topic, int level) {
    String word = Vocabulary.PLAIN.get(level);
    int n = topic.between(word.length() / 2, word.length() - 2);
    topic.add(
        "Counting from the end, which letter of the word '%s' is letter number %d?"
            .formatted(word, n),
        word.charAt(word.length() - n));
  }

  private static void sortWords(Topic topic, int level) {
    List<String> words = new ArrayList<>(Vocabulary.TO_SORT);
    Collections.shuffle(words, new Random(level));
    List<String> chosen = words.subList(0, 4 + level);
    topic.add(
        "Put these words in alphabetical order: %s.".formatted(String.join(", ", chosen)),
        chosen.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static void anagram(Topic topic, int level) {
    List<String> pair = Vocabulary.ANAGRAMS.get(level);
    boolean isAnagram = sorted(pair.get(0)).equals(sorted(pair.get(1)));
    topic.add(
        "Do '%s' and '%s' consist of exactly the same letters? Answer yes or no."
            .formatted(pair.get(0), pair.get(1)),
        isAnagram ? "yes" : "no");
  }

  private static String sorted(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static void caesar(Topic topic, int level) {
    String word = Vocabulary.PLAIN.get(level);
    int shift = topic.between(3, 22);
    String shifted =
        word.chars()
            .map(c -> 'a' + (c - 'a' + shift) % 26)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    topic.add(
        "Move every letter of '%s' forward by %d places in the alphabet, going on with a after z."
                .formatted(word, shift)
            + " What does it become?",
        shifted);
  }

  private static void letterSum(Topic topic, int level) {
    String word = Vocabulary.SHORT.get(level);
    topic.add(
        "With a = 1, b = 2 and so on up to z = 26, what is the sum of the letters of '%s'?"
            .formatted(word),
        word.chars().map(c -> c - 'a' + 1).sum());
  }

  private static void arrangements(Topic topic, int level) {
    String word = Vocabulary.REPEATING.get(level);
    BigInteger ways = factorial(word.length());
    for (char letter = 'a'; letter <= 'z'; letter++) {
      char one = letter;
      ways = ways.divide(factorial((int) word.chars().filter(c -> c == one).count()));
    }
    topic.add(
        "In how many different ways can all the letters of '%s' be arranged?".formatted(word),
        ways);
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
