import java.sql.DriverManager;
import java.util.Properties;

/** Executes one statement and prints its rows: address, statement; the superuser's password is PGPASSWORD. */
class Sql {
    public static void main(String[] arguments) throws Exception {
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", System.getenv("PGPASSWORD"));
        try (var connection = DriverManager.getConnection(arguments[0], login);
                var statement = connection.createStatement()) {
            if (!statement.execute(arguments[1])) {
                return;
            }
            var rows = statement.getResultSet();
            while (rows.next()) {
                var line = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    line.append(column == 1 ? "" : "|").append(rows.getString(column));
                }
                System.out.println(line);
            }
        }
    }
}
