/** Real servers for one machine: a KRaft broker in process, a PostgreSQL as a child process. */
@NullMarked
package dev.stillmark.embedded;

import org.jspecify.annotations.NullMarked;
