import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Counts the rows of each table and sums its numbers: arguments are the addresses of databases. */
class Figures {
    private static final String COLUMNS =
            """
            select t.table_name, coalesce(string_agg(
                ', sum(' || quote_ident(c.column_name) || ')', '' order by c.ordinal_position), '') as sums
            from information_schema.tables t
            left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
                and c.data_type in ('numeric', 'integer', 'bigint', 'smallint') and c.is_generated = 'NEVER'
            where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'flyway_schema_history'
            group by t.table_name order by t.table_name
            """;

    public static void main(String[] addresses) throws SQLException {
        for (var address : addresses) {
            var login = new Properties();
            login.put("user", "postgres");
            login.put("password", System.getenv("PGPASSWORD"));
            try (var connection = DriverManager.getConnection(address, login)) {
                for (var query : queries(connection)) {
                    print(address.substring(address.lastIndexOf('/') + 1), connection, query);
                }
            }
        }
    }

    /** The name of the table and its query, in turns. */
    private static List<String[]> queries(Connection connection) throws SQLException {
        var queries = new ArrayList<String[]>();
        try (var statement = connection.createStatement()) {
            var tables = statement.executeQuery(COLUMNS);
            while (tables.next()) {
                var name = tables.getString(1);
                queries.add(new String[] {name, "select count(*)" + tables.getString(2) + " from \"" + name + "\""});
            }
        }
        return queries;
    }

    private static void print(String database, Connection connection, String[] query) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery(query[1]);
            row.next();
            var line = new StringBuilder(database + "." + query[0]);
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                line.append(' ').append(row.getString(column));
            }
            System.out.println(line);
        }
    }
}
