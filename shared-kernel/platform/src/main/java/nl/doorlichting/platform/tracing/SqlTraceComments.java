package nl.doorlichting.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The trace of a statement as its comment, so that the database shows to which request a statement belongs
 * ({@code pg_stat_activity}, {@code auto_explain}). Only recorded traces: a text of its own for each request would keep the
 * database from using a prepared statement again.
 */
@Singleton
@PersistenceUnitExtension
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SqlTraceComments implements StatementInspector {
    @Override
    public String inspect(String sql) {
        return commented(sql);
    }

    /** The statement with the trace of the current span (W3C {@code traceparent}, as sqlcommenter writes it). */
    public static String commented(String sql) {
        var trace = Span.current().getSpanContext();
        return trace.isSampled()
                ? "%s /*traceparent='00-%s-%s-01'*/".formatted(sql, trace.getTraceId(), trace.getSpanId())
                : sql;
    }
}
