import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Properties;

/**
 * A base backup of a running server, as its backup tools make it: announced to the server, copied, and completed with
 * the label that recovery starts from. Arguments: address, the server's data folder, the folder to be made.
 */
class Backup {
    public static void main(String[] arguments) throws Exception {
        var from = Path.of(arguments[1]);
        var to = Path.of(arguments[2]);
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", System.getenv("PGPASSWORD"));
        try (var connection = DriverManager.getConnection(arguments[0], login);
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("select pg_backup_start('drill', true)");
            copy(from, to);
            var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)");
            stopped.next();
            Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            // What was written during the copy.
            copy(from.resolve("pg_wal"), to.resolve("pg_wal"));
        }
        Files.deleteIfExists(to.resolve("postmaster.pid"));
    }

    /** Files come and go while the server works. cp reports this as an error, and recovery repairs it. */
    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        new ProcessBuilder("cp", "-a", from + "/.", to + "/")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
