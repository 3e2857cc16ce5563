package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** What the database shows of a connection: service and instance, and the trace of the statement. */
@ReportingServiceTest
class DatabaseConnectionTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    EntityManager entities;

    @Test
    void namesServiceAndInstance() {
        assertTrue(shown("current_setting('application_name')").matches("reporting-service/.+"));
    }

    @Test
    void namesRecordedTrace() {
        var span = Span.wrap(
                SpanContext.create(TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
        var statement = Context.current()
                .with(span)
                .wrapSupplier(() -> shown("current_query()"))
                .get();
        assertTrue(statement.endsWith("/*traceparent='00-" + TRACE + "-b7ad6b7169203331-01'*/"), statement);
    }

    private String shown(String expression) {
        return QuarkusTransaction.requiringNew().call(() ->
                (String) entities.createNativeQuery("select " + expression).getSingleResult());
    }
}
