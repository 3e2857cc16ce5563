package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for secrets, exposed ports and the namespace. */
final class SafetyRules {
    private static final Set<String> ROUTES = Set.of("HTTPRoute", "Route");
    // The contract, its reference page and the review for people. The redirect from / matches that path alone.
    private static final Set<String> PATHS = Set.of("/v1", "/docs", "/review");
    private static final Set<String> MATCHES =
            Set.of("PathPrefix /v1", "PathPrefix /docs", "PathPrefix /review", "Exact /");
    /** In an expression, with quotes escaped as in JSON. */
    private static final Pattern NAMESPACE = Pattern.compile("namespace=\\\\\"([^\"\\\\]*)\\\\\"");

    private SafetyRules() {}

    static Stream<String> noSecretInGit(Manifests manifests) {
        Stream<String> secrets = manifests.ofKind("Secret").map(secret -> secret.breach("secrets are in the store"));
        Stream<String> literals = manifests
                .withPods()
                .flatMap(pods -> pods.containers()
                        .flatMap(container -> Manifest.elements(container.path("env")))
                        .filter(variable -> variable.has("value"))
                        .map(variable -> variable.path("name").asText())
                        .filter(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|KEYS?)$"))
                        .map(name -> pods.breach(name + " comes from the store")));
        return Stream.concat(secrets, literals);
    }

    /** Every secret is made by an ExternalSecret, or by the operator, which makes the authority of a cluster. */
    static Stream<String> secretsAreMade(Manifests manifests) {
        Set<String> made = Stream.concat(
                        manifests.ofKind("ExternalSecret").map(Manifest::name),
                        manifests.ofKind("Cluster").map(cluster -> cluster.name() + "-ca"))
                .collect(Collectors.toSet());
        return manifests.all().stream()
                .flatMap(manifest -> needed(manifest.json())
                        .filter(name -> !made.contains(name))
                        .map(name -> manifest.breach("nothing makes the secret " + name)));
    }

    /** The secrets that an object names. */
    static Stream<String> needed(JsonNode node) {
        Stream<String> here = Stream.of("secretKeyRef", "passwordSecret", "accessKeyId", "secretAccessKey")
                .map(reference -> node.path(reference).path("name").asText());
        Stream<String> mounted = Stream.of(
                node.at("/secret/secretName").asText(),
                node.at("/initdb/secret/name").asText());
        Stream<String> below = Manifest.elements(node).flatMap(SafetyRules::needed);
        return Stream.of(here, mounted, below).flatMap(names -> names).filter(name -> !name.isEmpty());
    }

    /** Routes with TLS, to the gateway's public port, for the contract and the two pages. */
    static Stream<String> onlyTheGatewayIsExposed(Manifests manifests) {
        Stream<String> others = manifests.all().stream()
                .filter(manifest -> manifest.kind().equals("Ingress")
                        || Set.of("NodePort", "LoadBalancer")
                                .contains(manifest.at("/spec/type").asText())
                        || manifest.at("/spec").has("externalIPs"))
                .map(manifest -> manifest.breach("is another public route"));
        Stream<String> doors = manifests.all().stream()
                .filter(manifest -> ROUTES.contains(manifest.kind()) && !leadsToTheGateway(manifest))
                .map(manifest -> manifest.breach("must lead to a public path of the gateway at its port http, by TLS"));
        // One HTTPRoute has all paths. A Route has one.
        Set<String> routed = manifests
                .ofKind("Route")
                .map(route -> route.at("/spec/path").asText())
                .collect(Collectors.toSet());
        Stream<String> none = manifests.ofKind("HTTPRoute").findAny().isPresent()
                ? Stream.empty()
                : PATHS.stream()
                        .filter(path -> !routed.contains(path))
                        .map(path -> "there is no public route to " + path);
        return Stream.of(others, doors, none).flatMap(breaches -> breaches);
    }

    private static boolean leadsToTheGateway(Manifest route) {
        if (route.kind().equals("Route")) {
            return route.at("/spec/to/name").asText().equals("gateway")
                    && route.at("/spec/port/targetPort").asText().equals("http")
                    && PATHS.contains(route.at("/spec/path").asText())
                    && route.at("/spec/tls").has("termination");
        }
        return route.each("/spec/parentRefs")
                        .allMatch(parent -> parent.path("sectionName").asText().equals("https"))
                && route.each("/spec/rules")
                        .allMatch(rule -> matches(rule).equals(MATCHES)
                                && rule.path("matches").size() == MATCHES.size()
                                && Manifest.elements(rule.path("backendRefs"))
                                        .allMatch(backend ->
                                                backend.path("name").asText().equals("gateway")
                                                        && backend.path("port").asInt() == 8080));
    }

    private static Set<String> matches(JsonNode rule) {
        return Manifest.elements(rule.path("matches"))
                .map(match -> match.path("path"))
                .map(path ->
                        path.path("type").asText() + " " + path.path("value").asText())
                .collect(Collectors.toSet());
    }

    /** All objects are in one namespace, which enforces restricted pods and denies all flows by default. */
    static Stream<String> closedNamespace(Manifests manifests) {
        Manifest namespace = manifests.ofKind("Namespace").findFirst().orElseThrow();
        Stream<String> restricted = "restricted".equals(namespace.labels().get("pod-security.kubernetes.io/enforce"))
                ? Stream.empty()
                : Stream.of(namespace.breach("enforces restricted pods"));
        Stream<String> closed = manifests.ofKind("NetworkPolicy").anyMatch(SafetyRules::deniesAll)
                ? Stream.empty()
                : Stream.of("no NetworkPolicy denies all");
        Stream<String> strays = manifests.all().stream()
                .filter(manifest -> !manifest.kind().equals("Namespace")
                        && !manifest.at("/metadata/namespace").asText().equals(namespace.name()))
                .map(manifest -> manifest.breach("is in another namespace"));
        return Stream.of(restricted, closed, strays).flatMap(breaches -> breaches);
    }

    /** The placeholder of the base for values of an environment. */
    static Stream<String> filledIn(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> manifest.json().toString().contains("set-by-"))
                .map(manifest -> manifest.breach("has something that is not filled in"));
    }

    /** A missing series has no labels, so an alert on it names a namespace, which must be the right one. */
    static Stream<String> alertsOfHere(Manifests manifests) {
        return manifests
                .ofKind("PrometheusRule")
                .flatMap(rule -> NAMESPACE
                        .matcher(rule.json().toString())
                        .results()
                        .map(named -> named.group(1))
                        .filter(named ->
                                !named.equals(rule.at("/metadata/namespace").asText()))
                        .map(named -> rule.breach("is about namespace " + named)));
    }

    private static boolean deniesAll(Manifest policy) {
        return policy.at("/spec/podSelector").isEmpty()
                && policy.at("/spec/policyTypes").size() == 2
                && policy.at("/spec/ingress").isEmpty()
                && policy.at("/spec/egress").isEmpty();
    }
}
