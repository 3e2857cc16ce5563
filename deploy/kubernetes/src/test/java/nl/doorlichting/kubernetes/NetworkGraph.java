package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flows that network policies allow in Kubernetes. A pod that no policy selects in a direction allows all in that
 * direction; otherwise the rules of all policies that select it are added up.
 */
final class NetworkGraph {
    /** All ports that are used, and one that is not. */
    static final Set<String> PORTS = Set.of(
            "53",
            "53/UDP",
            "5353",
            "5353/UDP",
            "443",
            "4317",
            "4318",
            "5432",
            "6443",
            "8000",
            "8080",
            "9000",
            "9187",
            "12345");

    private final List<Manifest> policies;
    private final List<NetworkPeer> peers;

    NetworkGraph(Manifests manifests, List<NetworkPeer> peers) {
        this.policies = manifests.ofKind("NetworkPolicy").toList();
        this.peers = peers;
    }

    /** All open flows with at least one of our pods. */
    Set<NetworkFlow> open() {
        Set<NetworkFlow> open = new TreeSet<>();
        for (NetworkPeer from : peers) {
            for (NetworkPeer to : peers) {
                if (from.isOurs() || to.isOurs()) {
                    PORTS.stream()
                            .filter(port -> allows("Egress", from, to, port) && allows("Ingress", to, from, port))
                            .forEach(port -> open.add(new NetworkFlow(from.name(), to.name(), port)));
                }
            }
        }
        return open;
    }

    private boolean allows(String direction, NetworkPeer guarded, NetworkPeer other, String port) {
        if (!guarded.isOurs()) {
            return true;
        }
        List<Manifest> guarding = policies.stream()
                .filter(policy -> policy.each("/spec/policyTypes")
                        .anyMatch(type -> type.asText().equals(direction)))
                .filter(policy -> Selector.matches(policy.at("/spec/podSelector"), guarded.labels()))
                .toList();
        boolean ingress = direction.equals("Ingress");
        return guarding.isEmpty()
                || guarding.stream()
                        .flatMap(policy -> policy.each(ingress ? "/spec/ingress" : "/spec/egress"))
                        .anyMatch(rule -> takes(rule.path(ingress ? "from" : "to"), other) && lets(rule, port));
    }

    private static boolean takes(JsonNode peers, NetworkPeer peer) {
        return peers.isEmpty() || Manifest.elements(peers).anyMatch(allowed -> is(allowed, peer));
    }

    private static boolean is(JsonNode allowed, NetworkPeer peer) {
        if (allowed.has("ipBlock")) {
            return !peer.address().isEmpty() && CidrBlocks.contains(allowed.path("ipBlock"), peer.address());
        }
        Map<String, String> namespace = peer.namespace();
        boolean there = allowed.has("namespaceSelector")
                ? !namespace.isEmpty() && Selector.matches(allowed.path("namespaceSelector"), namespace)
                : peer.isOurs();
        return there && Selector.matches(allowed.path("podSelector"), peer.labels());
    }

    private static boolean lets(JsonNode rule, String port) {
        JsonNode ports = rule.path("ports");
        return ports.isEmpty()
                || Manifest.elements(ports).anyMatch(allowed -> {
                    String suffix = allowed.path("protocol").asText("TCP").equals("TCP") ? "" : "/UDP";
                    return (allowed.path("port").asText() + suffix).equals(port);
                });
    }
}
