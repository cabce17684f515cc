/** HTTP in, Kafka out: a suspect's outputs, checked line by line and acknowledged by the broker. */
@NullMarked
package dev.stillmark.ingest;

import org.jspecify.annotations.NullMarked;
