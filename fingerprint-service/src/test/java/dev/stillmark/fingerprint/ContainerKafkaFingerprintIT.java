package dev.stillmark.fingerprint;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@Tag("docker")
@QuarkusTest
@QuarkusTestResource(value = KafkaContainerResource.class, restrictToAnnotatedClass = true)
class ContainerKafkaFingerprintIT extends FingerprintContract {}
