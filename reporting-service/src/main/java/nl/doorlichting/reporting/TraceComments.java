package nl.doorlichting.reporting;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import nl.doorlichting.platform.tracing.SqlTraceComment;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Statements name the trace that they belong to. */
@Singleton
@PersistenceUnitExtension
class TraceComments implements StatementInspector {
    @Override
    public String inspect(String sql) {
        return SqlTraceComment.on(sql);
    }
}
