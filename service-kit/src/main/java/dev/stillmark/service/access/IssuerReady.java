package dev.stillmark.service.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready when tokens can be checked, or are not asked for.
 *
 * <p>An issuer that was away at the start is asked again with every look: no request comes to a
 * service that is not ready, and only a request would ask otherwise. One that goes away later does
 * no harm, its keys are known.
 */
@Readiness
@Singleton
final class IssuerReady implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(IssuerReady.class);

  private final TenantConfigBean tenants;

  IssuerReady(TenantConfigBean tenants) {
    this.tenants = tenants;
  }

  @Override
  public HealthCheckResponse call() {
    TenantConfigContext issuer = tenants.getDefaultTenant();
    if (!issuer.ready()) {
      issuer
          .initialize()
          .subscribe()
          .with(
              found -> LOG.info("The issuer of tokens answers."),
              failure -> LOG.debug("The issuer of tokens does not answer yet."));
    }
    return HealthCheckResponse.named("issuer").status(issuer.ready()).build();
  }
}
