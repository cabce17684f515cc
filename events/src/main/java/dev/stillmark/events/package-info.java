/** Wire contracts: what crosses Kafka between the services. */
@NullMarked
package dev.stillmark.events;

import org.jspecify.annotations.NullMarked;
