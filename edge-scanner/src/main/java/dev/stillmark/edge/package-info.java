/** The offline scanner: the same core as the services, no broker, ready for native-image. */
@NullMarked
package dev.stillmark.edge;

import org.jspecify.annotations.NullMarked;
