package dev.stillmark.fingerprint;

import dev.stillmark.service.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records to {@code signals}: idempotent, in order, acknowledged by every in-sync replica.
 */
@Singleton
final class SignalsTopic {

  private final KafkaProducer<byte[], byte[]> producer;

  SignalsTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, Topics topics) {
    topics.requireUsableSettings();
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Some records were not acknowledged; all of the batch has to be sent again. */
  static final class NotStored extends Exception {
    private static final long serialVersionUID = 1L;

    NotStored(Throwable cause) {
      super(cause.getClass().getSimpleName(), cause);
    }
  }

  /** One batch on its way; belongs to one thread. */
  final class Batch {

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    void send(ProducerRecord<byte[], byte[]> record) throws NotStored {
      try {
        sent.add(producer.send(record));
      } catch (KafkaException e) {
        throw new NotStored(e);
      }
    }

    /** Returns when every record is stored. */
    void await() throws NotStored, InterruptedException {
      producer.flush();
      for (Future<RecordMetadata> record : sent) {
        try {
          record.get();
        } catch (ExecutionException e) {
          throw new NotStored(e.getCause() == null ? e : e.getCause());
        }
      }
    }
  }

  Batch newBatch() {
    return new Batch();
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
