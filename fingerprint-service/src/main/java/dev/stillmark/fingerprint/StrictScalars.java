package dev.stillmark.fingerprint;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;

/** A number is no text and a text is no number: nothing on the wire is converted silently. */
final class StrictScalars {

  private StrictScalars() {}

  static void apply(MutableCoercionConfig coercions) {
    for (CoercionInputShape shape : CoercionInputShape.values()) {
      coercions.setCoercion(shape, CoercionAction.Fail);
    }
  }
}
