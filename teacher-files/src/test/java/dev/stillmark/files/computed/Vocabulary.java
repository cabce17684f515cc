package dev.stillmark.files.computed;

import java.util.List;

/** Words that questions are made of; each list from short to long, none twice. */
final class Vocabulary {

  static final List<String> RARE =
      List.of(
          "banana",
          "assesses",
          "cinnamon",
          "mississippi",
          "committee",
          "whippersnapper",
          "possessionlessness",
          "indivisibilities",
          "tintinnabulation",
          "honorificabilitudinitatibus",
          "floccinaucinihilipilification",
          "pneumonoultramicroscopicsilicovolcanoconiosis");

  static final List<String> PLAIN =
      List.of(
          "lantern",
          "penguin",
          "orchestra",
          "dandelion",
          "blueprint",
          "chandelier",
          "kaleidoscope",
          "chrysanthemum",
          "encyclopaedia",
          "sphygmomanometer",
          "counterrevolutionary",
          "antidisestablishmentarianism");

  static final List<String> SHORT =
      List.of(
          "zebra",
          "quartz",
          "jigsaw",
          "zephyr",
          "oxygen",
          "wizard",
          "voyage",
          "squeeze",
          "puzzle",
          "rhythm",
          "vortex",
          "symphony");

  /** Of three, six or nine letters, so that base64 needs no padding. */
  static final List<String> IN_THREES =
      List.of(
          "fox",
          "owl",
          "ivy",
          "marble",
          "copper",
          "velvet",
          "marigolds",
          "harvester",
          "landscape",
          "porcelain",
          "wanderers",
          "labyrinth");

  static final List<String> SENTENCES =
      List.of(
          "She sells sea shells",
          "The tree trembled in the breeze",
          "Every evening he fed eleven geese",
          "The referee deemed the cheese free",
          "Seven engineers entered the elevator together",
          "We rarely ever see her here before three",
          "The secretary needed the keys to the greenhouse",
          "Nevertheless the sleepy sheep kept beneath the trees",
          "Between the shelves he left the letter he never sent",
          "Whenever the weather gets wetter the beekeeper feels weary",
          "The teenager's mother preferred ten cents to twelve fewer sweets",
          "Experts everywhere expected the election eventually to be repeated");

  static final List<String> TO_SORT =
      List.of(
          "cherry", "chair", "chart", "chase", "cheap", "check", "cheer", "chest", "chief", "child",
          "chime", "choir", "chord", "chorus", "church", "cider", "cinder", "circle", "circus",
          "citadel", "civic", "civil");

  static final List<List<String>> ANAGRAMS =
      List.of(
          List.of("listen", "silent"),
          List.of("planet", "planed"),
          List.of("danger", "gander"),
          List.of("triangle", "integral"),
          List.of("observer", "reversed"),
          List.of("relations", "rationale"),
          List.of("predators", "teardrops"),
          List.of("percussion", "supersonic"),
          List.of("dictionary", "indicators"),
          List.of("conversation", "conservative"),
          List.of("discriminator", "doctrinairism"),
          List.of("conservationist", "conversationist"));

  static final List<String> REPEATING =
      List.of(
          "apple",
          "llama",
          "cookie",
          "pepper",
          "banana",
          "success",
          "tomorrow",
          "tennessee",
          "committee",
          "parallel",
          "bookkeeper",
          "mississippi");

  static final List<String> NAMES =
      List.of("Ann", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana");

  private Vocabulary() {}
}
