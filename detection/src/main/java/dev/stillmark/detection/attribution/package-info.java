/**
 * Who taught this model: what a suspect's answers have in common with a teacher's, ranked against a
 * panel of reference models. Ledger B: never more than a rank and a capped likelihood ratio.
 */
@NullMarked
package dev.stillmark.detection.attribution;

import org.jspecify.annotations.NullMarked;
