package dev.stillmark.verdicts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, restrictToAnnotatedClass = true)
class EmbeddedVerdictIT extends VerdictContract {}
