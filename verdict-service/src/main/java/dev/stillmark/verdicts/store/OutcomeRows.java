package dev.stillmark.verdicts.store;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes what became of outputs: receipts, acceptances and quarantine, each row once. */
final class OutcomeRows {

  private OutcomeRows() {}

  static Uni<Integer> insertReceipts(Mutiny.Session session, Collection<Receipt> receipts) {
    return insert(
        session,
        receipts,
        "insert into output_receipt"
            + " (suspect, collection, request_id, output_id, status, part, parts)"
            + " select r.suspect, r.collection, r.\"requestId\", r.\"outputId\", r.status,"
            + " r.part, r.parts from "
            + SqlJson.rows(
                "suspect text, collection text, \"requestId\" text, \"outputId\" text,"
                    + " status text, part integer, parts integer")
            + " order by 1, 2, 3, 4, 5, 6 on conflict do nothing");
  }

  static Uni<Integer> insertAcceptances(
      Mutiny.Session session, Collection<Acceptance> acceptances) {
    return insert(
        session,
        acceptances,
        "insert into acceptance (suspect, collection, request_id, accepted, digest)"
            + " select r.suspect, r.collection, r.\"requestId\", r.accepted, r.digest from "
            + SqlJson.rows(
                "suspect text, collection text, \"requestId\" text, accepted integer, digest text")
            + " order by 1, 2, 3 on conflict do nothing");
  }

  static Uni<Integer> insertQuarantined(
      Mutiny.Session session, Collection<Quarantined> quarantined) {
    return insert(
        session,
        quarantined.stream().map(OutcomeRows::quarantineRow).toList(),
        "insert into quarantine (id, received_at, topic, partition, record_offset, rule, message,"
            + " suspect, collection, output_id, payload, payload_bytes, payload_sha256)"
            + " select cast(r.id as uuid), cast(r.\"receivedAt\" as timestamptz), r.topic,"
            + " r.partition, r.\"offset\", r.rule, r.message, r.suspect, r.collection,"
            + " r.\"outputId\", decode(r.payload, 'base64'), r.\"payloadBytes\","
            + " r.\"payloadSha256\" from "
            + SqlJson.rows(
                "id text, \"receivedAt\" text, topic text, partition integer, \"offset\" bigint,"
                    + " rule text, message text, suspect text, collection text, \"outputId\" text,"
                    + " payload text, \"payloadBytes\" integer, \"payloadSha256\" text")
            + " order by r.topic, r.partition, r.\"offset\", r.rule on conflict do nothing");
  }

  private static Map<String, Object> quarantineRow(Quarantined q) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", q.id().toString());
    row.put("receivedAt", q.receivedAt().toString());
    row.put("topic", q.topic());
    row.put("partition", q.partition());
    row.put("offset", q.offset());
    row.put("rule", q.rule());
    row.put("message", q.message());
    putPresent(row, "suspect", q.suspect());
    putPresent(row, "collection", q.collection());
    putPresent(row, "outputId", q.outputId());
    row.put("payload", q.payload());
    row.put("payloadBytes", q.payloadBytes());
    row.put("payloadSha256", q.payloadSha256());
    return row;
  }

  private static void putPresent(Map<String, Object> row, String column, @Nullable Object value) {
    if (value != null) {
      row.put(column, value);
    }
  }

  private static Uni<Integer> insert(Mutiny.Session session, Collection<?> rows, String sql) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return session.createNativeQuery(sql).setParameter("rows", SqlJson.write(rows)).executeUpdate();
  }
}
