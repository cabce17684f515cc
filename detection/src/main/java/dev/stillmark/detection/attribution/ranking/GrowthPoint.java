package dev.stillmark.detection.attribution.ranking;

/** How well the two scores do with so many prompts. */
public record GrowthPoint(int prompts, ScoreRow fused, ScoreRow promptFree) {}
