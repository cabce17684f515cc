package dev.stillmark.ingest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@Tag("docker")
@QuarkusTest
@QuarkusTestResource(value = ContainerKafkaResource.class, restrictToAnnotatedClass = true)
class ContainerKafkaIngestIT extends IngestContract {}
