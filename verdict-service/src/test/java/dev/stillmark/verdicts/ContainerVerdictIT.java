package dev.stillmark.verdicts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@Tag("docker")
@QuarkusTest
@QuarkusTestResource(value = ContainerServers.class, restrictToAnnotatedClass = true)
class ContainerVerdictIT extends VerdictContract {}
