package nl.doorlichting.platform.statements;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.tracing.SqlTraceComments;

/**
 * What a write asks first. Where its transaction has no connection yet, the query is sent in the message that sets what the
 * connection shows ({@link #withdraw}), because a message costs both processes more than a query of one row.
 *
 * @param <T> the answer
 */
public final class OpeningQuery<T> {
    private static final ThreadLocal<OpeningQuery<?>> WAITING = new ThreadLocal<>();

    /** Reads the results, the current one of which is the first of the query. */
    public interface Reader<T> {
        T read(PreparedStatement message) throws SQLException;
    }

    /** Reads the results of the statements before the query, and stays at the last. */
    public interface ResultsBefore {
        void read(PreparedStatement message) throws SQLException;
    }

    private final String sql;
    private final List<String> values;
    private final Reader<T> reader;
    private boolean isSent;
    private T answer;

    /** @param sql one or more queries, separated by semicolons, whose parameters are texts */
    public OpeningQuery(String sql, List<String> values, Reader<T> reader) {
        this.sql = sql;
        this.values = values;
        this.reader = reader;
    }

    /** Asks in the transaction at hand. */
    public T ask(EntityManager entities) {
        WAITING.set(this);
        try {
            return entities.callWithConnection((Connection connection) -> {
                if (!isSent) {
                    send(connection, "", List.of(), message -> {});
                }
                return answer;
            });
        } finally {
            WAITING.remove();
        }
    }

    /** The query that this thread takes a connection for, which the caller has to send; null if there is none. */
    public static OpeningQuery<?> withdraw() {
        var waiting = WAITING.get();
        WAITING.remove();
        return waiting;
    }

    /**
     * Sends statements, and after them the query.
     *
     * @param before statements, each followed by a semicolon, whose parameters are texts
     * @param ofBefore reads the results of these, up to the last
     */
    public void send(Connection connection, String before, List<String> valuesBefore, ResultsBefore ofBefore)
            throws SQLException {
        try (var message = connection.prepareStatement(before + SqlTraceComments.commented(sql))) {
            var position = 1;
            for (var value :
                    Stream.concat(valuesBefore.stream(), values.stream()).toList()) {
                message.setString(position++, value);
            }
            message.execute();
            if (!before.isEmpty()) {
                ofBefore.read(message);
                message.getMoreResults();
            }
            answer = reader.read(message);
            isSent = true;
        }
    }
}
