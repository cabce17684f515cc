@NullMarked
package dev.stillmark.verdicts.web;

import org.jspecify.annotations.NullMarked;
