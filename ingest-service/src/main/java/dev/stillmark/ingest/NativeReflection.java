package dev.stillmark.ingest;

import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.SuspectOutputCaptured;
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
      SuspectOutputCaptured.class,
      LineResult.class,
      OutputRecord.class,
      Summary.class,
      SuspectLine.class,
      Problem.class
    })
final class NativeReflection {

  private NativeReflection() {}
}
