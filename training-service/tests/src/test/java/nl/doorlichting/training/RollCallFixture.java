package nl.doorlichting.training;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Stores sessions and roll calls as the service does, without names. */
final class RollCallFixture {
    private RollCallFixture() {}

    /** Stores a held session with a roll call: so many people present of each profession. */
    static void called(DataSource database, String sessionPath, int present, Map<String, Integer> professions)
            throws SQLException {
        var session = UUID.fromString(sessionPath.substring(sessionPath.lastIndexOf('/') + 1));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "update training_session set status = 'HELD' where id = ?", session);
            call(connection, session, 1, present, professions);
            connection.commit();
        }
    }

    /** One version of a roll call. */
    static void call(Connection connection, UUID session, int version, int present, Map<String, Integer> professions)
            throws SQLException {
        execute(
                connection,
                "insert into head_count (session_id, version, recorded_at, recorded_by, reason, target_group,"
                        + " quantity_kind, quantity_value, method, absent, excused)"
                        + " values (?, ?, now(), 'test', ?, 'OTHER', 'EXACT', ?, 'ROLL_CALL', 0, 0)",
                session,
                version,
                version == 1 ? null : "counted again",
                present);
        for (var profession : professions.entrySet()) {
            execute(
                    connection,
                    "insert into profession_count values (?, ?, ?, ?)",
                    session,
                    version,
                    profession.getKey(),
                    profession.getValue());
        }
    }

    static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
