package dev.stillmark.verdicts.store;

/**
 * One partition as one consumer group reads it.
 *
 * @param topicId tells a topic from a later one of the same name, whose offsets start again
 */
public record Place(String group, String topic, String topicId, int partition) {}
