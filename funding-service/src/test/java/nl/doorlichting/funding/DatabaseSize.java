package nl.doorlichting.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database takes, in bytes, for the sizing table of the runbook.
 *
 * @param stored of disk
 * @param written to the write-ahead log since the server was made, by all databases of it
 */
record DatabaseSize(long stored, long written) {
    private static final String SIZE =
            "select pg_database_size(current_database())," + " pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

    static DatabaseSize of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZE)) {
            row.next();
            return new DatabaseSize(row.getLong(1), row.getLong(2));
        }
    }

    /** In words, what came since. */
    String since(DatabaseSize before) {
        return "%,d MiB of database, %,d MiB of write-ahead log"
                .formatted((stored - before.stored) >> 20, (written - before.written) >> 20);
    }
}
