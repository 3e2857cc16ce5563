package nl.doorlichting.platform.testing.databases;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a fresh database on the JVM's embedded PostgreSQL.
 *
 * <pre>{@code
 * @WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "funding"))
 * }</pre>
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** Init argument: the name of the database; default {@code doorlichting}. */
    public static final String DATABASE = "database";

    private String name = "doorlichting";

    @Override
    public void init(Map<String, String> initArgs) {
        name = initArgs.getOrDefault(DATABASE, name);
    }

    @Override
    public Map<String, String> start() {
        TestDatabase database = TestDatabase.create(name);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.application(),
                "quarkus.datasource.password", database.application(),
                "quarkus.flyway.username", database.owner(),
                "quarkus.flyway.password", database.owner(),
                "doorlichting.application-role", database.application(),
                "doorlichting.staff-role", database.staff());
    }

    /** The server outlives the application: the next one in this JVM takes it over, empty. */
    @Override
    public void stop() {}
}
