package nl.doorlichting.platform.queries;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import nl.doorlichting.platform.tracing.SqlTraceComments;

/**
 * Statements that are sent to the database in one message, in the transaction at hand: a message costs both processes more than
 * a query of few rows. Each is kept by the database as if it were sent alone.
 */
public final class QueryBatch {
    private static final char PARAMETER = ':';

    private final StringJoiner statements = new StringJoiner(";");
    private final List<Object> values = new ArrayList<>();

    /** Adds a statement without parameters. */
    public QueryBatch add(String sql) {
        return add(sql, Map.of());
    }

    /**
     * Adds a statement.
     *
     * @param sql with parameters by name, as in {@code :name}
     * @param parameters values of these and perhaps of others: texts, numbers, ids, days, moments and arrays of texts
     */
    public QueryBatch add(String sql, Map<String, ?> parameters) {
        var text = new StringBuilder(sql.length());
        var end = 0;
        for (var start = sql.indexOf(PARAMETER); start >= 0; start = sql.indexOf(PARAMETER, end)) {
            text.append(sql, end, start).append('?');
            end = start + 1;
            while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                end++;
            }
            var name = sql.substring(start + 1, end);
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException("no value of " + name);
            }
            values.add(parameters.get(name));
        }
        statements.add(
                SqlTraceComments.commented(text.append(sql, end, sql.length()).toString()));
        return this;
    }

    /** Sends them. Returns the rows of each query in the order in which they were added. */
    public List<List<Object[]>> send(EntityManager entities) {
        return entities.callWithConnection((Connection connection) -> {
            try (var message = connection.prepareStatement(statements.toString())) {
                bind(connection, message);
                List<List<Object[]>> results = new ArrayList<>();
                for (var isQuery = message.execute();
                        isQuery || message.getUpdateCount() >= 0;
                        isQuery = message.getMoreResults()) {
                    if (isQuery) {
                        results.add(rows(message.getResultSet()));
                    }
                }
                return results;
            }
        });
    }

    private void bind(Connection connection, PreparedStatement message) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String[] texts) {
                message.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (values.get(i) instanceof Instant moment) {
                message.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
            } else {
                message.setObject(i + 1, values.get(i));
            }
        }
    }

    private static List<Object[]> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<Object[]>();
        var width = result.getMetaData().getColumnCount();
        while (result.next()) {
            var row = new Object[width];
            for (var column = 0; column < width; column++) {
                row[column] = result.getObject(column + 1);
            }
            rows.add(row);
        }
        return rows;
    }
}
