package dev.stillmark.verdicts.intake;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while signals cannot be stored. */
@Readiness
@Singleton
final class IntakeHealth implements HealthCheck {

  private final Intake intake;

  IntakeHealth(Intake intake) {
    this.intake = intake;
  }

  @Override
  public HealthCheckResponse call() {
    String trouble = intake.trouble();
    return HealthCheckResponse.named("signals can be stored")
        .status(trouble == null)
        .withData("reason", trouble == null ? "none" : trouble)
        .build();
  }
}
