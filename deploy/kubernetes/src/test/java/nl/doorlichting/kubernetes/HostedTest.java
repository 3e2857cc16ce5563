package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At a hoster that runs PostgreSQL, with secrets that exist, nothing of the operators is left, and all else is as it was. */
@NeedsKubectl
class HostedTest {
    private static final String DATABASES = "hosted databases";
    private static final Path COMPONENT = Path.of("components/hosted-postgresql");

    private final Manifests hosted = Overlay.HOSTED.manifests();

    @Test
    void needsNoOperatorOfDatabasesOrSecrets() {
        Set<String> foreign = hosted.all().stream()
                .map(manifest -> manifest.json().path("apiVersion").asText())
                .filter(version -> version.matches(".*(cnpg|external-secrets).*"))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), foreign);
        // The dashboard keeps its panels of them, which stay empty.
        assertTrue(hosted.ofKind("PrometheusRule")
                .noneMatch(manifest -> manifest.json().toString().contains("cnpg_")));
    }

    static Stream<String> rules() {
        // Who makes the secrets is not in the manifests.
        return ManifestRules.ALL.keySet().stream()
                .filter(rule -> !rule.equals("every secret is made"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsRule(String rule) {
        assertEquals("", ManifestRules.ALL.get(rule).breaches(hosted).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void serviceAndMigrationUseHostedDatabase(String database) {
        String host = hosted.one("ConfigMap", "hosted")
                .at("/data/" + database + "Host")
                .asText();
        Manifest address = hosted.ofKind("ConfigMap")
                .filter(map -> map.name().startsWith(database + "-database-"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "jdbc:postgresql://" + host + "/" + database + "?sslmode=verify-full&sslrootcert=/etc/database/ca.crt",
                address.at("/data/QUARKUS_DATASOURCE_JDBC_URL").asText());
        hosted.withPods()
                .filter(pods -> database.equals(pods.labels().get("doorlichting.nl/uses-database")))
                .forEach(pods -> {
                    assertTrue(pods.json().toString().contains(address.name()), pods::name);
                    assertTrue(pods.json().toString().contains("\"secretName\":\"database-authority\""), pods::name);
                });
    }

    /** As the runbook's table, with the hoster's databases in the place of those in the cluster. */
    @Test
    void opensOnlyFlowsToHostedDatabases() throws IOException {
        Set<NetworkFlow> expected = RunbookFlowTable.read().stream()
                .filter(flow -> !(flow.from() + flow.to()).contains("-database")
                        && !flow.from().equals("database operator"))
                .map(flow -> flow.port().matches("53(/UDP)?")
                        ? new NetworkFlow(flow.from(), flow.to(), flow.port().replace("53", "5353"))
                        : flow)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String database : List.of("funding", "training", "reporting")) {
            expected.add(new NetworkFlow(database + "-service", DATABASES, "5432"));
            expected.add(new NetworkFlow(database + "-migration", DATABASES, "5432"));
        }
        String network =
                hosted.one("ConfigMap", "hosted").at("/data/databaseNetwork").asText();
        List<NetworkPeer> peers = new ArrayList<>(NetworkPeers.of(hosted));
        peers.add(NetworkPeer.outside(DATABASES, network.replaceAll("/.*", "")));
        Set<NetworkFlow> open = new NetworkGraph(hosted, peers)
                .open().stream()
                        .filter(flow ->
                                !flow.from().startsWith("a stray") || !flow.to().equals("name servers"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(lines(expected), lines(open));
    }

    private static String lines(Set<NetworkFlow> flows) {
        return flows.stream().map(NetworkFlow::toString).collect(Collectors.joining("\n"));
    }

    /** The table of the runbook is what a person makes the secrets by. */
    @Test
    void runbookNamesEverySecretThatMustExist() {
        String section = AlertFile.read(Path.of("../../docs/runbook.md"))
                .replaceFirst("(?s).*\n### Secrets that exist\n", "")
                .replaceFirst("(?s)\n##.*", "");
        Set<String> named = Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = hosted.all().stream()
                .flatMap(manifest -> SafetyRules.needed(manifest.json()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.containsAll(needed), () -> "needed: " + needed + ", named: " + named);
    }

    /** What the operator runs in a new database, the hoster's administrator runs by a script. */
    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void administratorsScriptMakesSameRoles(String database) {
        JsonNode cluster = Yaml.read(AlertFile.read(Path.of("base", database + "-service", "database.yaml")))
                .get(0);
        String script = AlertFile.read(COMPONENT.resolve("roles.sql"));
        for (var name : Map.of(
                        "app", "_app", "app_a", "_app_a", "app_b", "_app_b", "staff", "_staff", "owner", "_owner",
                        "service", "")
                .entrySet()) {
            script = script.replace(":\"" + name.getKey() + "\"", database + name.getValue());
        }
        String statements = script;
        Manifest.elements(cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL"))
                .map(JsonNode::asText)
                .forEach(statement -> assertTrue(statements.contains(statement + ";"), statement));
    }
}
