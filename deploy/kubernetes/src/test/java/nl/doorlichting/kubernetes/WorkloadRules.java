package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for start, probes, scaling, spread and shutdown of applications. */
final class WorkloadRules {
    private static final Map<String, String> PROBES = Map.of(
            "startupProbe",
            "/q/health/started",
            "readinessProbe",
            "/q/health/ready",
            "livenessProbe",
            "/q/health/live");

    private WorkloadRules() {}

    /** The three probes have different paths, at the management port. */
    static Stream<String> probes(Manifests manifests) {
        return manifests
                .ofKind("Deployment")
                .flatMap(deployment -> deployment
                        .containers()
                        .flatMap(container -> PROBES.entrySet().stream()
                                .filter(probe ->
                                        !requests(container.path(probe.getKey()).path("httpGet"), probe.getValue()))
                                .map(probe -> deployment.breach(probe.getKey() + " requests " + probe.getValue()))));
    }

    private static boolean requests(JsonNode get, String path) {
        return get.path("path").asText().equals(path)
                && get.path("port").asText().equals("management");
    }

    /** Time for routers to remove the pod, and then for the application to finish its requests. */
    static Stream<String> draining(Manifests manifests) {
        return manifests
                .ofKind("Deployment")
                .flatMap(deployment -> deployment
                        .containers()
                        .filter(container -> !drains(deployment, container))
                        .map(container -> deployment.breach("preStop and terminationGracePeriodSeconds for draining")));
    }

    private static boolean drains(Manifest deployment, JsonNode container) {
        int sleep = container.at("/lifecycle/preStop/sleep/seconds").asInt();
        int grace = deployment
                .at("/spec/template/spec/terminationGracePeriodSeconds")
                .asInt();
        return sleep > 0 && grace > sleep + ApplicationProperties.secondsToStop();
    }

    /** Over nodes and over zones. */
    static Stream<String> spread(Manifests manifests) {
        return manifests
                .ofKind("Deployment")
                .flatMap(deployment -> Stream.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")
                        .filter(key -> deployment
                                .each("/spec/template/spec/topologySpreadConstraints")
                                .noneMatch(constraint ->
                                        constraint.path("topologyKey").asText().equals(key)
                                                && Selector.matches(
                                                        constraint.path("labelSelector"), deployment.podLabels())))
                        .map(key -> deployment.breach("pods spread over " + key)));
    }

    static Stream<String> autoscaling(Manifests manifests) {
        return manifests.ofKind("Deployment").flatMap(deployment -> {
            boolean scaled = manifests
                    .ofKind("HorizontalPodAutoscaler")
                    .anyMatch(scaler ->
                            scaler.at("/spec/scaleTargetRef/name").asText().equals(deployment.name())
                                    && scaler.at("/spec/minReplicas").asInt()
                                            <= scaler.at("/spec/maxReplicas").asInt());
            return Stream.of(
                            scaled ? "" : "an autoscaler is missing",
                            deployment.at("/spec").has("replicas") ? "replicas beside an autoscaler" : "")
                    .filter(breach -> !breach.isEmpty())
                    .map(deployment::breach);
        });
    }

    /** A node can be drained, and not all instances stop together. */
    static Stream<String> disruption(Manifests manifests) {
        return manifests
                .ofKind("Deployment")
                .filter(deployment -> manifests
                                .ofKind("PodDisruptionBudget")
                                .filter(budget ->
                                        budget.at("/spec/maxUnavailable").asInt() == 1)
                                .filter(budget -> Selector.matches(budget.at("/spec/selector"), deployment.podLabels()))
                                .count()
                        != 1)
                .map(deployment -> deployment.breach("one PodDisruptionBudget of one pod at a time"));
    }

    /** Each Deployment has a Service with ports of its pods, and a monitor of its metrics. */
    static Stream<String> reachable(Manifests manifests) {
        return manifests.ofKind("Deployment").flatMap(deployment -> {
            Stream<Manifest> services = manifests
                    .ofKind("Service")
                    .filter(service -> deployment
                            .podLabels()
                            .entrySet()
                            .containsAll(Manifest.labels(service.at("/spec/selector"))
                                    .entrySet()))
                    .filter(service -> service.each("/spec/ports").allMatch(port -> hasPort(deployment, port)));
            return services.anyMatch(service -> isMonitored(manifests, service))
                    ? Stream.empty()
                    : Stream.of(deployment.breach("a Service and a ServiceMonitor that fit"));
        });
    }

    private static boolean hasPort(Manifest deployment, JsonNode needed) {
        return deployment
                .containers()
                .flatMap(container -> Manifest.elements(container.path("ports")))
                .anyMatch(port -> port.path("name").equals(needed.path("targetPort")));
    }

    private static boolean isMonitored(Manifests manifests, Manifest service) {
        return manifests
                .ofKind("ServiceMonitor")
                .anyMatch(monitor -> Selector.matches(monitor.at("/spec/selector"), service.labels())
                        && monitor.each("/spec/endpoints")
                                .allMatch(endpoint -> service.each("/spec/ports")
                                        .anyMatch(port -> port.path("name").equals(endpoint.path("port")))));
    }
}
