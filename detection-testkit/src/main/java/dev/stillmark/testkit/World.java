package dev.stillmark.testkit;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One seed's language, tokenizer and questions, and the models that live on them. */
final class World {

  static final int VOCABULARY = 2048;

  private static final int QUESTIONS = 1500;
  private static final int TOKENIZER_HOUSES = 12;
  private static final int TOKENIZER_ESSAYS = 100;
  private static final int LONGEST_OUTPUT = 320;

  private final Seed seed;
  private final Grammar grammar = Grammar.ofProse();
  private final List<String> questions;
  private final TokenizerFile tokenizerFile;
  private final ByteLevelBpeTokenizer tokenizer;

  World(Seed seed) {
    this.seed = seed;
    this.questions = drawQuestions();
    this.tokenizerFile = TokenizerFile.train(tokenizerCorpus(), VOCABULARY);
    this.tokenizer = new ByteLevelBpeTokenizer(tokenizerFile.model());
  }

  TokenizerFile tokenizer() {
    return tokenizerFile;
  }

  HouseStyle style(String house) {
    return HouseStyle.draw(grammar, seed.child("style of " + house));
  }

  /** A model whose makers trained it on essays in their house style. */
  TokenLanguageModel modelOf(String house, HouseStyle style, int essays) {
    SplittableRandom random = seed.child("essays of " + house).random();
    return modelOf(new ProseWriter(grammar, style).essays(essays, random).stream());
  }

  /** A model trained on text; its token ids are made anew from that text. */
  TokenLanguageModel modelOf(Stream<String> texts) {
    return TokenLanguageModel.train(texts.map(tokenizer::encode).toList());
  }

  /** What a model answers to the first {@code count} questions. */
  List<GeneratedOutput> ask(TokenLanguageModel model, String name, int count, @Nullable Mark mark) {
    SplittableRandom random = seed.child("answers of " + name).random();
    List<GeneratedOutput> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String answer = answer(model, mark, random);
      answers.add(new GeneratedOutput("q%04d".formatted(i), questions.get(i), answer));
    }
    return answers;
  }

  private String answer(TokenLanguageModel model, @Nullable Mark mark, SplittableRandom random) {
    long[] drawn = model.sample(LONGEST_OUTPUT, mark, random);
    while (drawn.length == 0) {
      drawn = model.sample(LONGEST_OUTPUT, mark, random);
    }
    return tokenizer.decode(drawn);
  }

  private List<String> drawQuestions() {
    ProseWriter writer = new ProseWriter(grammar, style("questions"));
    SplittableRandom random = seed.child("questions").random();
    List<String> topics = grammar.topics();
    return IntStream.range(0, QUESTIONS)
        .mapToObj(_ -> writer.question(topics.get(random.nextInt(topics.size())), random))
        .toList();
  }

  private List<String> tokenizerCorpus() {
    return IntStream.range(0, TOKENIZER_HOUSES)
        .mapToObj(i -> "tokenizer corpus " + i)
        .flatMap(house ->
            new ProseWriter(grammar, style(house))
                .essays(TOKENIZER_ESSAYS, seed.child(house).random()).stream())
        .toList();
  }
}
