package nl.doorlichting.local.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;

/**
 * A PostgreSQL that the launcher did not start and never stops. It can hold databases and roles of others: a role that
 * the launcher made there has a comment, and only such roles and their databases are changed or dropped.
 *
 * @param host IPv6 addresses in brackets
 * @param password null lets the driver look in the password file, as psql does
 */
public record ExistingServer(String host, int port, String superuser, String password) {
    /** The version that is tested, and the oldest that has everything needed. */
    static final int OLDEST_VERSION = 18;

    private static final int DEFAULT_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;
    private static final String OBJECT_IN_USE = "55006";

    /** The text can hold a password, so no message repeats it. */
    public static ExistingServer parse(String text, Map<String, String> environment) {
        try {
            URI uri = new URI(text);
            String user = uri.getRawUserInfo();
            boolean plain = "postgresql".equals(uri.getScheme())
                    && List.of("", "/").contains(String.valueOf(uri.getRawPath()))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            int colon = user == null ? -1 : user.indexOf(':');
            if (plain && uri.getHost() != null && user != null && !user.isEmpty() && colon != 0) {
                return new ExistingServer(
                        uri.getHost(),
                        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                        decode(colon < 0 ? user : user.substring(0, colon)),
                        colon < 0 ? environment.get("PGPASSWORD") : decode(user.substring(colon + 1)));
            }
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            // Reported below, without the exception's message, which repeats the text.
        }
        throw new StartFailure(
                "DOORLICHTING_POSTGRES cannot be read; it can be postgresql://superuser@host:port, with the"
                        + " password in PGPASSWORD or the file .pgpass, or after the user's name: superuser:password@host:port");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public String address() {
        return host + ":" + port;
    }

    /** Makes the launcher's databases and roles, or finds those of an earlier start. */
    public void prepare(Passwords passwords, PersonalDataKey key, boolean fresh) {
        String mark = DatabaseSetUp.MARK + ", for the data folder with the personal data key " + key.fingerprint();
        try (Connection connection = connect()) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
            requireSuperuser(connection);
            requireOwnRoles(connection);
            requireOwnDatabases(connection, mark, fresh);
            if (fresh) {
                drop(connection);
            }
            new DatabaseSetUp(connection, passwords).run();
            mark(connection, mark);
        } catch (SQLException failure) {
            throw new StartFailure("PostgreSQL at " + address() + " cannot be set up", failure);
        }
    }

    private Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("user", superuser);
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "Doorlichting launcher");
        try {
            return DriverManager.getConnection("jdbc:postgresql://" + address() + "/postgres", properties);
        } catch (SQLException failure) {
            throw new StartFailure(
                    "DOORLICHTING_POSTGRES names " + address() + ", and " + superuser + " cannot connect to it",
                    failure);
        }
    }

    void requireVersion(int version) {
        if (version < OLDEST_VERSION) {
            throw new StartFailure("PostgreSQL at " + address() + " has version " + version + "; Doorlichting needs "
                    + OLDEST_VERSION + " or newer");
        }
    }

    private void requireSuperuser(Connection connection) throws SQLException {
        if (query(connection, "select 1 from pg_roles where rolname = current_user and rolsuper")
                .isEmpty()) {
            throw new StartFailure(superuser + " may not create roles and databases at " + address()
                    + ": it is no superuser; name one in DOORLICHTING_POSTGRES");
        }
    }

    private void requireOwnRoles(Connection connection) throws SQLException {
        for (Application service : Application.services()) {
            for (String role : List.of(service.ownerRole(), service.applicationRole(), service.staffRole())) {
                Optional<String> comment = query(
                        connection,
                        "select shobj_description(oid, 'pg_authid') from pg_roles where rolname = '" + role + "'");
                if (comment.isPresent() && !comment.get().equals(DatabaseSetUp.MARK)) {
                    throw notOurs("role " + role);
                }
            }
        }
    }

    /** A database is the launcher's when its owner is the role that the launcher made for it. */
    private void requireOwnDatabases(Connection connection, String mark, boolean fresh) throws SQLException {
        for (Application service : Application.services()) {
            String named = " from pg_database where datname = '" + service.database() + "'";
            Optional<String> owner = query(connection, "select pg_get_userbyid(datdba)" + named);
            if (owner.isPresent() && !owner.get().equals(service.ownerRole())) {
                throw notOurs("database " + service.database());
            }
            // Without a comment it is from an interrupted start.
            String found = query(connection, "select shobj_description(oid, 'pg_database')" + named)
                    .orElse("");
            if (!fresh && !found.isEmpty() && !found.equals(mark)) {
                throw new StartFailure("The database " + service.database() + " at " + address()
                        + " belongs to another data folder: set DOORLICHTING_DATA to that one, or"
                        + " DOORLICHTING_FRESH=true, which deletes the database");
            }
        }
    }

    private StartFailure notOurs(String what) {
        return new StartFailure("The " + what + " at " + address()
                + " was not made by Doorlichting and is not touched: rename it, or name another server in"
                + " DOORLICHTING_POSTGRES");
    }

    private void drop(Connection connection) throws SQLException {
        for (Application service : Application.services()) {
            try {
                execute(connection, "drop database if exists " + service.database());
            } catch (SQLException failure) {
                if (OBJECT_IN_USE.equals(failure.getSQLState())) {
                    throw new StartFailure("The database " + service.database() + " at " + address()
                            + " is in use and cannot be deleted: close its connections");
                }
                throw failure;
            }
        }
    }

    private static void mark(Connection connection, String mark) throws SQLException {
        for (Application service : Application.services()) {
            execute(connection, "comment on database " + service.database() + " is '" + mark + "'");
        }
    }

    /** The first column of the first row, with an empty text for null; empty without a row. */
    private static Optional<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next()
                    ? Optional.of(Optional.ofNullable(found.getString(1)).orElse(""))
                    : Optional.empty();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return superuser + "@" + address();
    }
}
