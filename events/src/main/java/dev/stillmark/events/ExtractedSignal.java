package dev.stillmark.events;

/**
 * One detector's items in one output; each part is an encoded evidence set in base64.
 *
 * @param items distinct scored items of the true key, the phrases or the canaries
 * @param decoys items of the decoy keys; an empty set where they are packed beside the items
 * @param coverage how much of the output could be used
 */
public record ExtractedSignal(
    DeclaredDetector detector, String items, String decoys, String coverage) {}
