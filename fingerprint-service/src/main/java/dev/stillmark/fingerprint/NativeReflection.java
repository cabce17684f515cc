package dev.stillmark.fingerprint;

import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.SuspectOutputCaptured;
import dev.stillmark.events.TeachersDeclared;
import dev.stillmark.service.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes where Quarkus does not see it, through mappers made by hand: a
 * native image can reflect on nothing that is not named. What is nested in a type comes with it.
 *
 * <p>{@code NativeSourcesIT} holds the list complete.
 */
@RegisterForReflection(
    targets = {
      CapturedTokens.class,
      CollectionAccepted.class,
      DeclaredDetector.class,
      ExtractedSignal.class,
      RecordQuarantined.class,
      SignalsExtracted.class,
      SuspectOutputCaptured.class,
      TeachersDeclared.class,
      Quarantined.class,
      Problem.class
    })
final class NativeReflection {

  private NativeReflection() {}
}
