package dev.stillmark.detection.attribution.measuring;

/**
 * In how many of its answers a model names a vendor as the one it comes from: no proof of who
 * taught it, because such sentences stand all over the web.
 */
public record VendorMention(String vendor, int answers) {}
