package dev.stillmark.lanes;

import dev.stillmark.detection.random.HeadMemberships;

/** A program that prints whether its JVM decides in lanes. */
final class HaveLanes {

  private HaveLanes() {}

  public static void main(String[] arguments) {
    System.out.println(new HeadMemberships(12_564, 50_257).haveLanes());
  }
}
