package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Rules for pods of our Deployments and Jobs. */
final class PodRules {
    private static final Set<String> VOLUMES = Set.of("emptyDir", "secret", "configMap", "projected");
    private static final List<String> CHOSEN_BY_THE_PLATFORM =
            List.of("runAsUser", "runAsGroup", "fsGroup", "supplementalGroups");

    private PodRules() {}

    /** The restricted Pod Security Standard of Kubernetes. */
    static Stream<String> restricted(Manifests manifests) {
        return Stream.of(
                        pods(manifests, "hostNetwork, hostPID, hostIPC", PodRules::noHost),
                        pods(
                                manifests,
                                "runAsNonRoot: true",
                                (pods, pod) ->
                                        pod.at("/securityContext/runAsNonRoot").asBoolean()),
                        pods(
                                manifests,
                                "seccompProfile: RuntimeDefault",
                                (pods, pod) -> pod.at("/securityContext/seccompProfile/type")
                                        .asText()
                                        .equals("RuntimeDefault")),
                        pods(manifests, "volumes that are restricted", PodRules::volumesAllowed),
                        containers(manifests, "no privileges", PodRules::unprivileged),
                        containers(
                                manifests,
                                "no host port",
                                (pods, container) -> Manifest.elements(container.path("ports"))
                                        .noneMatch(port -> port.has("hostPort"))))
                .flatMap(breaches -> breaches);
    }

    /** OpenShift gives each namespace its own range of user ids, so an image runs as any user. */
    static Stream<String> userOfThePlatform(Manifests manifests) {
        return Stream.concat(
                pods(manifests, "no user or group", (pods, pod) -> choosesNobody(pod)),
                containers(manifests, "no user or group", (pods, container) -> choosesNobody(container)));
    }

    static Stream<String> readOnlyRoot(Manifests manifests) {
        return Stream.concat(
                containers(
                        manifests,
                        "readOnlyRootFilesystem: true",
                        (pods, container) -> container
                                .at("/securityContext/readOnlyRootFilesystem")
                                .asBoolean()),
                containers(manifests, "an emptyDir with a limit at /tmp", PodRules::hasTmp));
    }

    static Stream<String> noToken(Manifests manifests) {
        Stream<String> accounts = manifests
                .ofKind("ServiceAccount")
                .filter(account -> account.at("/automountServiceAccountToken").asBoolean(true))
                .map(account -> account.breach("automountServiceAccountToken: false"));
        return Stream.concat(
                accounts,
                pods(
                        manifests,
                        "an account of its own, without token",
                        (pods, pod) -> !pod.path("automountServiceAccountToken").asBoolean(true)
                                && manifests
                                        .ofKind("ServiceAccount")
                                        .anyMatch(account -> account.name()
                                                .equals(pod.path("serviceAccountName")
                                                        .asText()))));
    }

    static Stream<String> resources(Manifests manifests) {
        return Stream.of(
                        "/resources/requests/cpu",
                        "/resources/requests/memory",
                        "/resources/limits/cpu",
                        "/resources/limits/memory")
                .flatMap(pointer -> containers(
                        manifests,
                        pointer.substring(1),
                        (pods, container) -> !container.at(pointer).isMissingNode()));
    }

    private static boolean noHost(Manifest pods, JsonNode pod) {
        return Stream.of("hostNetwork", "hostPID", "hostIPC")
                .noneMatch(host -> pod.path(host).asBoolean());
    }

    private static boolean volumesAllowed(Manifest pods, JsonNode pod) {
        return Manifest.elements(pod.path("volumes"))
                .flatMap(volume -> volume.propertyStream().map(java.util.Map.Entry::getKey))
                .allMatch(type -> type.equals("name") || VOLUMES.contains(type));
    }

    private static boolean unprivileged(Manifest pods, JsonNode container) {
        JsonNode context = container.path("securityContext");
        return !context.path("allowPrivilegeEscalation").asBoolean(true)
                && !context.path("privileged").asBoolean()
                && context.at("/capabilities/drop/0").asText().equals("ALL")
                && context.at("/capabilities/add").isEmpty();
    }

    private static boolean choosesNobody(JsonNode podOrContainer) {
        return CHOSEN_BY_THE_PLATFORM.stream()
                .noneMatch(field -> podOrContainer.path("securityContext").has(field));
    }

    private static boolean hasTmp(Manifest pods, JsonNode container) {
        return Manifest.elements(container.path("volumeMounts"))
                .filter(mount -> mount.path("mountPath").asText().equals("/tmp"))
                .anyMatch(mount -> pods.each("/spec/template/spec/volumes")
                        .anyMatch(volume -> volume.path("name").equals(mount.path("name"))
                                && volume.at("/emptyDir").has("sizeLimit")));
    }

    private static Stream<String> pods(Manifests manifests, String needed, BiPredicate<Manifest, JsonNode> keeps) {
        return manifests
                .withPods()
                .filter(pods -> !keeps.test(pods, pods.at("/spec/template/spec")))
                .map(pods -> pods.breach("the pod needs " + needed));
    }

    private static Stream<String> containers(
            Manifests manifests, String needed, BiPredicate<Manifest, JsonNode> keeps) {
        return manifests
                .withPods()
                .flatMap(pods -> pods.containers()
                        .filter(container -> !keeps.test(pods, container))
                        .map(container -> pods.breach(container.path("name").asText() + " needs " + needed)));
    }
}
