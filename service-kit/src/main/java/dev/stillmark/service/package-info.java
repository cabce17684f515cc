/** What every service has: topics that exist and problems that explain themselves. */
@NullMarked
package dev.stillmark.service;

import org.jspecify.annotations.NullMarked;
