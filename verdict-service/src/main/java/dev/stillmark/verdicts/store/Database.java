package dev.stillmark.verdicts.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * PostgreSQL, one transaction at a time.
 *
 * <p>Every transaction has a Vert.x context and a Hibernate Reactive session of its own, and the
 * caller waits for it: callers are worker threads, never event loops.
 */
@Singleton
public final class Database {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;

  Database(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  /** Runs {@code work} in one transaction, which is rolled back when it fails. */
  public <T> T transact(Function<Mutiny.Session, Uni<T>> work) {
    Context context =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    return Uni.createFrom()
        .<T>emitter(result ->
            context.runOnContext(_ ->
                sessions.withTransaction(work).subscribe().with(result::complete, result::fail)))
        .await()
        .atMost(PATIENCE);
  }

  /** Runs reads that all see the same state of the database. */
  <T> T snapshot(Function<Mutiny.Session, Uni<T>> reads) {
    return transact(session ->
        session
            .createNativeQuery("set transaction isolation level repeatable read, read only")
            .executeUpdate()
            .chain(() -> reads.apply(session)));
  }

  /** Runs {@code work} on a worker thread and comes back to the transaction's own. */
  <T> Uni<T> compute(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
