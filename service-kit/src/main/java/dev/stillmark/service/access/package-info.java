/** Who may do what: scopes of OIDC tokens, asked for before any resource is reached. */
@NullMarked
package dev.stillmark.service.access;

import org.jspecify.annotations.NullMarked;
