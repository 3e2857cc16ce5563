package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the environment variables of applications and Jobs. */
final class EnvironmentRules {
    private static final String TRUSTED_PROXIES = "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES";
    private static final List<String> APPLICATION = List.of(
            "DOORLICHTING_ISSUER",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            TRUSTED_PROXIES,
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT");
    private static final List<String> DATABASE =
            List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
    private static final List<String> GATEWAY =
            List.of("DOORLICHTING_FUNDING_URL", "DOORLICHTING_TRAINING_URL", "DOORLICHTING_REPORTING_URL");

    private EnvironmentRules() {}

    /** All needed variables are set, because a patch can replace a list instead of adding to it. */
    static Stream<String> complete(Manifests manifests) {
        return manifests.withPods().flatMap(pods -> {
            Set<String> given = given(manifests, pods);
            return needed(pods)
                    .filter(name -> !given.contains(name))
                    .map(name -> pods.breach("has no variable " + name));
        });
    }

    /** A service trusts forwarded addresses of pods only, and the gateway those of its router only. */
    static Stream<String> proxiesAreNamed(Manifests manifests) {
        var networks = manifests.one("ConfigMap", "environment").at("/data");
        return manifests.ofKind("Deployment").flatMap(deployment -> {
            var named = networks.path(deployment.name().equals("gateway") ? "routerNetwork" : "podNetwork")
                    .asText();
            var trusted = deployment
                    .containers()
                    .flatMap(container -> Manifest.elements(container.path("env")))
                    .filter(variable -> variable.path("name").asText().equals(TRUSTED_PROXIES))
                    .map(variable -> variable.path("value").asText())
                    .toList();
            return !named.endsWith("/0") && trusted.equals(List.of(named))
                    ? Stream.empty()
                    : Stream.of(deployment.breach(
                            "trusts " + trusted + " for the address of the client, and not " + named));
        });
    }

    private static Stream<String> needed(Manifest pods) {
        return Stream.of(
                        pods.kind().equals("Deployment") ? APPLICATION : List.<String>of(),
                        pods.labels().containsKey("doorlichting.nl/uses-database") ? DATABASE : List.<String>of(),
                        pods.name().equals("gateway") ? GATEWAY : List.<String>of(),
                        pods.name().equals("reporting-service")
                                ? List.of(
                                        "DOORLICHTING_FUNDING_URL",
                                        "DOORLICHTING_TRAINING_URL",
                                        "DOORLICHTING_RELEASES_ROUNDING_SECRET")
                                : List.<String>of(),
                        pods.name().equals("training-service")
                                ? List.of("DOORLICHTING_PERSONAL_DATA_KEYS")
                                : List.<String>of())
                .flatMap(List::stream);
    }

    private static Set<String> given(Manifests manifests, Manifest pods) {
        return pods.containers()
                .flatMap(container -> Stream.concat(
                        Manifest.elements(container.path("env"))
                                .map(variable -> variable.path("name").asText()),
                        Manifest.elements(container.path("envFrom")).flatMap(from -> names(manifests, from))))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Manifests manifests, JsonNode from) {
        return manifests.one("ConfigMap", from.at("/configMapRef/name").asText()).at("/data").properties().stream()
                .map(variable -> variable.getKey());
    }
}
