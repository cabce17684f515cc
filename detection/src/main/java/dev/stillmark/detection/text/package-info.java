/** Text to tokens, exactly as the teacher's tokenizer does it. */
@NullMarked
package dev.stillmark.detection.text;

import org.jspecify.annotations.NullMarked;
