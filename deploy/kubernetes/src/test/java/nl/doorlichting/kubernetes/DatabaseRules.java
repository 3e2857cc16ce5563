package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for database clusters, their roles and their connections. */
final class DatabaseRules {
    /** Reserved by PostgreSQL for superusers (3), and for the operator, its exporter, backups and an administrator (10). */
    private static final int KEPT = 13;

    /** Of an instance: for its revisions, for its watch of commits, and while commits wait for the probe. */
    private static final int BESIDE_POOL = 3;

    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";
    private static final Pattern OPTION =
            Pattern.compile("-c (statement_timeout|idle_in_transaction_session_timeout)=(\\S+)");

    private DatabaseRules() {}

    /** There are three instances, a commit is on two of them and survives a failover, and backups are made. */
    static Stream<String> available(Manifests manifests) {
        return manifests
                .ofKind("Cluster")
                .flatMap(cluster -> Stream.of(
                                cluster.at("/spec/instances").asInt() >= 3 ? "" : "three instances",
                                cluster.at("/spec/postgresql/synchronous/number")
                                                                .asInt()
                                                        >= 1
                                                && cluster.at("/spec/postgresql/synchronous/dataDurability")
                                                        .asText()
                                                        .equals("required")
                                        ? ""
                                        : "a synchronous replica, required",
                                cluster.at("/spec/postgresql/synchronous/failoverQuorum")
                                                .asBoolean()
                                        ? ""
                                        : "promotes only a replica that has every commit",
                                cluster.each("/spec/plugins").anyMatch(DatabaseRules::archives)
                                        ? ""
                                        : "archives by the plugin",
                                manifests.ofKind("ScheduledBackup").anyMatch(backup -> backs(backup, cluster))
                                        ? ""
                                        : "a scheduled backup")
                        .filter(breach -> !breach.isEmpty())
                        .map(cluster::breach));
    }

    /** The log is archived within five minutes, and what is in the store is encrypted and locked for longer than it is kept. */
    static Stream<String> recoverable(Manifests manifests) {
        Stream<String> late = manifests
                .ofKind("Cluster")
                .filter(cluster -> !cluster.at("/spec/postgresql/parameters/archive_timeout")
                        .asText()
                        .equals("5min"))
                .map(cluster -> cluster.breach("archives its log within five minutes"));
        Stream<String> open = manifests
                .ofKind("ObjectStore")
                .flatMap(store -> Stream.of(
                                isEncrypted(store, "wal") && isEncrypted(store, "data") ? "" : "is encrypted",
                                lockedDays(store) > keptDays(store) ? "" : "is locked for longer than it is kept")
                        .filter(breach -> !breach.isEmpty())
                        .map(store::breach));
        return Stream.concat(late, open);
    }

    private static boolean isEncrypted(Manifest store, String part) {
        return store.at("/spec/configuration/" + part + "/encryption").asText().matches("AES256|aws:kms");
    }

    private static int lockedDays(Manifest store) {
        return days(store.at("/metadata/annotations/doorlichting.nl~1bucket-object-lock")
                .asText()
                .replace("COMPLIANCE ", ""));
    }

    private static int keptDays(Manifest store) {
        return days(store.at("/spec/retentionPolicy").asText());
    }

    private static int days(String text) {
        return text.matches("\\d+d") ? Integer.parseInt(text.replace("d", "")) : -1;
    }

    private static boolean archives(JsonNode plugin) {
        return plugin.path("name").asText().equals(PLUGIN)
                && plugin.path("isWALArchiver").asBoolean();
    }

    private static boolean backs(Manifest backup, Manifest cluster) {
        return backup.at("/spec/cluster/name").asText().equals(cluster.name())
                && backup.at("/spec/method").asText().equals("plugin")
                && backup.at("/spec/pluginConfiguration/name").asText().equals(PLUGIN);
    }

    /**
     * The connections of all instances, which each have three beside their pool, of one more during a rolling update, and of
     * the migration fit in max_connections.
     */
    static Stream<String> connections(Manifests manifests) {
        return manifests.ofKind("Cluster").flatMap(cluster -> {
            String service = database(cluster) + "-service";
            int most = (Integer.parseInt(ApplicationProperties.of(service, "quarkus.datasource.jdbc.max-size"))
                                    + BESIDE_POOL)
                            * (replicas(manifests, service) + surge(manifests.one("Deployment", service)))
                    + migration(manifests, database(cluster));
            int limit =
                    cluster.at("/spec/postgresql/parameters/max_connections").asInt() - KEPT;
            return most <= limit
                    ? Stream.empty()
                    : Stream.of(cluster.breach("up to " + most + " connections, but there is room for " + limit));
        });
    }

    static String database(Manifest cluster) {
        return cluster.labels().get("doorlichting.nl/database");
    }

    private static int replicas(Manifests manifests, String service) {
        return manifests
                .one("HorizontalPodAutoscaler", service)
                .at("/spec/maxReplicas")
                .asInt();
    }

    private static int surge(Manifest deployment) {
        return deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt(Integer.MAX_VALUE / 1000);
    }

    private static int migration(Manifests manifests, String database) {
        return migrationJobs(manifests, database)
                .flatMap(job -> variables(job, "QUARKUS_DATASOURCE_JDBC_MAX_SIZE"))
                .mapToInt(variable -> variable.path("value").asInt())
                .findFirst()
                .orElse(Integer.MAX_VALUE / 1000);
    }

    private static Stream<Manifest> migrationJobs(Manifests manifests, String database) {
        return manifests
                .ofKind("Job")
                .filter(job -> database.equals(job.labels().get("doorlichting.nl/uses-database")));
    }

    /** The login roles have the timeouts of the application, for all their connections. */
    static Stream<String> timeouts(Manifests manifests) {
        return manifests
                .ofKind("Cluster")
                .filter(cluster -> !isRecovered(cluster))
                .flatMap(cluster -> {
                    String database = database(cluster);
                    Matcher options = OPTION.matcher(ApplicationProperties.of(
                            database + "-service", "quarkus.datasource.jdbc.additional-jdbc-properties.options"));
                    List<String> needed = options.results()
                            .flatMap(option -> Stream.of("a", "b")
                                    .map(login -> "alter role %s_app_%s set %s = '%s'"
                                            .formatted(database, login, option.group(1), option.group(2))))
                            .toList();
                    List<String> said = cluster.each("/spec/bootstrap/initdb/postInitApplicationSQL")
                            .map(JsonNode::asText)
                            .toList();
                    return Stream.concat(
                                    needed.size() == 4 ? Stream.empty() : Stream.of("two timeouts of the application"),
                                    needed.stream().filter(statement -> !said.contains(statement)))
                            .map(cluster::breach);
                });
    }

    private static boolean isRecovered(Manifest cluster) {
        return cluster.at("/spec/bootstrap").has("recovery");
    }

    /** One Job migrates, as the owner. The service has the application role only and never migrates. */
    static Stream<String> migrations(Manifests manifests) {
        return manifests.ofKind("Cluster").flatMap(cluster -> {
            String database = database(cluster);
            List<Manifest> jobs = migrationJobs(manifests, database).toList();
            Manifest service = manifests.one("Deployment", database + "-service");
            boolean asOwner = jobs.size() == 1
                    && secrets(jobs.get(0)).equals(database + "-database-owner")
                    && hasValue(jobs.get(0), "QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    && hasValue(jobs.get(0), "QUARKUS_INIT_AND_EXIT", "true")
                    && variables(jobs.get(0), "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS")
                            .anyMatch(
                                    variable -> variable.path("value").asText().contains("statement_timeout=0"))
                    && jobs.get(0).at("/spec/backoffLimit").asInt() > 0;
            boolean asApplication = !secrets(service).contains("-owner")
                    && secrets(service).matches("(.*,)?" + database + "-database-app-[ab](,.*)?")
                    && variables(service, "QUARKUS_FLYWAY_MIGRATE_AT_START")
                            .findAny()
                            .isEmpty()
                    && ApplicationProperties.of(service.name(), "quarkus.flyway.migrate-at-start")
                            .equals("false");
            return Stream.of(
                            asOwner ? "" : "one Job that migrates as the owner, and tries again",
                            asApplication ? "" : "a service that does not migrate")
                    .filter(breach -> !breach.isEmpty())
                    .map(cluster::breach);
        });
    }

    private static String secrets(Manifest pods) {
        return pods.containers()
                .flatMap(container -> Manifest.elements(container.path("env")))
                .map(variable -> variable.at("/valueFrom/secretKeyRef/name").asText())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static boolean hasValue(Manifest pods, String name, String value) {
        return variables(pods, name)
                .anyMatch(variable -> variable.path("value").asText().equals(value));
    }

    private static Stream<JsonNode> variables(Manifest pods, String name) {
        return pods.containers()
                .flatMap(container -> Manifest.elements(container.path("env")))
                .filter(variable -> variable.path("name").asText().equals(name));
    }
}
