package nl.doorlichting.platform.testing.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The size of a database, in bytes, for the sizing table of the runbook.
 *
 * @param stored of disk
 * @param written to the write-ahead log since the server was made, by all databases of it
 */
public record DatabaseSize(long stored, long written) {
    private static final String SIZE =
            "select pg_database_size(current_database()), pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

    public static DatabaseSize of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZE)) {
            row.next();
            return new DatabaseSize(row.getLong(1), row.getLong(2));
        }
    }

    /** The growth by this number of records since then, as a text. */
    public String since(DatabaseSize before, long records) {
        return "%,d MiB of database (%,d bytes each), %,d MiB of write-ahead log (%,d bytes each)"
                .formatted(
                        (stored - before.stored) >> 20,
                        (stored - before.stored) / records,
                        (written - before.written) >> 20,
                        (written - before.written) / records);
    }
}
