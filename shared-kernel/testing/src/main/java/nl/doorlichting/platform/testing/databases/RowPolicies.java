package nl.doorlichting.platform.testing.databases;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The row policies of the database of the application under test, and what they allow. */
public final class RowPolicies {
    /**
     * Tables that name an organisation, or refer to one that has policies, and have none themselves: without row-level
     * security, or without a policy for either role. The audit trail is all organisations', for auditors only (ADR 30); a partition has no rights. Of
     * keys and imports see ADR 29.
     */
    private static final String UNPROTECTED = """
            with owned as (
                select c.oid, c.relname from pg_class c
                where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                    and c.relname not in ('audit_event', 'idempotency_key', 'observation_import') and (
                    exists (select from pg_attribute a
                        where a.attrelid = c.oid and a.attname like '%%organisation%%' and not a.attisdropped)
                    or exists (select from pg_constraint f join pg_policy p on p.polrelid = f.confrelid
                        where f.conrelid = c.oid and f.contype = 'f')))
            select o.relname from owned o join pg_class c on c.oid = o.oid
            where not c.relrowsecurity or c.relforcerowsecurity
                or not exists (select from pg_policy p where p.polrelid = o.oid
                    and p.polroles = array['%1$s'::regrole::oid] and p.polcmd = '*')
                or not exists (select from pg_policy p where p.polrelid = o.oid
                    and p.polroles = array['%2$s'::regrole::oid] and p.polcmd = '*'
                    and pg_get_expr(p.polqual, p.polrelid) = 'true')
            order by 1
            """;

    /** What one of the two roles may and the other may not. */
    private static final String DIFFERING_GRANTS = """
            with granted as (
                select format('%%s %%s', a.privilege_type, c.relname) as what, a.grantee
                from pg_class c cross join aclexplode(c.relacl) a
                union all
                select format('%%s %%s.%%s', a.privilege_type, c.relname, t.attname), a.grantee
                from pg_attribute t join pg_class c on c.oid = t.attrelid cross join aclexplode(t.attacl) a),
            application as (select what from granted where grantee = '%1$s'::regrole),
            staff as (select what from granted where grantee = '%2$s'::regrole)
            (select what from application except select what from staff)
            union all
            (select what from staff except select what from application)
            order by 1
            """;

    /** Views that would read with the rights of their owner, whom no policy holds. */
    private static final String VIEWS_OF_OWNER = """
            select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
                and not coalesce(reloptions @> array['security_invoker=true'], false) order by 1
            """;

    private RowPolicies() {}

    public static List<String> unprotectedTables() throws SQLException {
        return asOwner(UNPROTECTED);
    }

    public static List<String> differingGrants() throws SQLException {
        return asOwner(DIFFERING_GRANTS);
    }

    public static List<String> viewsOfOwner() throws SQLException {
        return asOwner(VIEWS_OF_OWNER);
    }

    /** Runs the query as the tables' owner; the first column of each row. %1$s and %2$s are the two roles. */
    public static List<String> asOwner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                var statement = owner.createStatement()) {
            var rows = new ArrayList<String>();
            statement.execute(
                    sql.formatted(setting("doorlichting.application-role"), setting("doorlichting.staff-role")));
            try (var result = statement.getResultSet()) {
                while (result != null && result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }

    /** How many rows the statement writes for the organisation; they are not kept. */
    public static int written(String organisation, String sql) throws SQLException {
        try (var application = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.datasource.username"),
                        setting("quarkus.datasource.password"));
                var statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("set doorlichting.organisation = '" + organisation + "'");
            return statement.executeUpdate(sql);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
