/** The whole suite on one machine, and the jobs that people start with one command. */
@NullMarked
package dev.stillmark.runner;

import org.jspecify.annotations.NullMarked;
