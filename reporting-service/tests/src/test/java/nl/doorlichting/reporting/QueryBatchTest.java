package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.sums.SumsJobs;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Statements that are sent in one message give what they give one by one. */
@ReportingServiceTest
class QueryBatchTest {
    @Inject
    EntityManager entities;

    @Inject
    SumsJobs sums;

    @Test
    void returnsRowsOfEachQueryInItsOrder() {
        var id = UUID.randomUUID();
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", id, "day", LocalDate.of(2010, 1, 2), "texts", new String[] {"a", "b"}, "number", 3L, "more", 4));
        values.put("none", null);
        var results = send(new QueryBatch()
                .add("set local work_mem = '5MB'")
                .add("select cast(:id as uuid), :day - date '2010-01-01', cast(:none as text)", values)
                .add("select 1 where false")
                .add(
                        "select n from unnest(cast(:texts as text[])) n union all select :number || cast(:id as text)",
                        values)
                .add("select current_setting('work_mem')"));

        assertEquals(4, results.size());
        assertArrayEquals(new Object[] {id, 1, null}, results.get(0).get(0));
        assertEquals(List.of(), results.get(1));
        assertEquals(
                List.of("a", "b", "3" + id),
                results.get(2).stream().map(row -> row[0]).toList());
        assertEquals("5MB", results.get(3).get(0)[0]);
    }

    @Test
    void refusesParameterWithoutValue() {
        var batch = new QueryBatch();
        assertThrows(IllegalArgumentException.class, () -> batch.add("select :one", Map.of("other", 1)));
    }

    @Test
    void bindsMoments() {
        var results = send(new QueryBatch()
                .add(
                        "select cast(:moment as timestamptz) = cast(cast(:text as text) as timestamptz)",
                        Map.of(
                                "moment",
                                Instant.parse("2011-06-30T12:00:00.123456Z"),
                                "text",
                                "2011-06-30T12:00:00.123456Z")));
        assertEquals(true, results.get(0).get(0)[0]);
    }

    @Test
    void namesRecordedTraceInEachStatement() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var span = Span.wrap(
                SpanContext.create(trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
        var results = Context.current()
                .with(span)
                .wrapSupplier(() ->
                        send(new QueryBatch().add("select current_query()").add("select current_query()")))
                .get();
        results.forEach(result -> assertTrue(((String) result.get(0)[0]).contains(trace)));
    }

    /** Each message costs both processes more than reading the sums of a small programme. */
    @Test
    void sumsOfReachAreReadInMessages() {
        sums.fold();
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        Api.statistics("programme=messages&by=targetGroup,year");
        assertEquals(before, statistics.getPrepareStatementCount(), "statements by themselves");
    }

    @Test
    void sumOfBigintsIsOneOrFails() {
        assertEquals(
                Long.MAX_VALUE,
                send(new QueryBatch().add("select bigint_sum(n) from (values (9223372036854775806), (null), (1)) v(n)"))
                        .get(0)
                        .get(0)[0]);
        assertNull(send(new QueryBatch().add("select bigint_sum(n) from generate_series(1, 0) n"))
                .get(0)
                .get(0)[0]);
        assertThrows(
                RuntimeException.class,
                () -> send(new QueryBatch().add("select bigint_sum(n) from (values (9223372036854775807), (1)) v(n)")));
    }

    private List<List<Object[]>> send(QueryBatch batch) {
        return QuarkusTransaction.requiringNew().call(() -> batch.send(entities));
    }
}
