/**
 * The user's files: teachers, schemes, cases, tokenizers, keys and outputs, each error with its
 * place.
 */
@NullMarked
package dev.stillmark.files;

import org.jspecify.annotations.NullMarked;
