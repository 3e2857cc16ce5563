package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What applications and Jobs are told by their environment. */
final class EnvironmentRules {
    private static final List<String> APPLICATION = List.of(
            "DOORLICHTING_ISSUER",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT");
    private static final List<String> DATABASE =
            List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
    private static final List<String> GATEWAY = List.of(
            "DOORLICHTING_FUNDING_URL",
            "DOORLICHTING_TRAINING_URL",
            "DOORLICHTING_REPORTING_URL",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");

    private EnvironmentRules() {}

    /** Each is told where everything is that it needs: a patch may replace a list instead of adding to it. */
    static Stream<String> complete(Manifests manifests) {
        return manifests.withPods().flatMap(pods -> {
            Set<String> told = told(manifests, pods);
            return wanted(pods).filter(name -> !told.contains(name)).map(name -> pods.says("is not told " + name));
        });
    }

    private static Stream<String> wanted(Manifest pods) {
        return Stream.of(
                        pods.kind().equals("Deployment") ? APPLICATION : List.<String>of(),
                        pods.labels().containsKey("doorlichting.nl/uses-database") ? DATABASE : List.<String>of(),
                        pods.name().equals("gateway") ? GATEWAY : List.<String>of(),
                        pods.name().equals("training-service")
                                ? List.of("DOORLICHTING_PERSONAL_DATA_KEYS")
                                : List.<String>of())
                .flatMap(List::stream);
    }

    private static Set<String> told(Manifests manifests, Manifest pods) {
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
