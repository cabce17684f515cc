package dev.stillmark.detection.probe;

import java.util.ArrayList;
import java.util.List;

/** Models whose grades are written as letters: r right, - abstained, any other a wrong answer. */
final class Graded {

  private Graded() {}

  static Respondent model(String name, String family, String grades) {
    return new Respondent(name, family, grades(grades));
  }

  static Respondent model(String name, String grades) {
    return model(name, name, grades);
  }

  private static List<Grade> grades(String letters) {
    List<Grade> grades = new ArrayList<>();
    for (char letter : letters.toCharArray()) {
      grades.add(
          switch (letter) {
            case 'r' -> Grade.RIGHT;
            case '-' -> Grade.ABSTAINED;
            default -> new Grade.Wrong(Character.toString(letter));
          });
    }
    return grades;
  }
}
