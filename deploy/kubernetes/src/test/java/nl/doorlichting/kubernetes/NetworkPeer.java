package nl.doorlichting.kubernetes;

import java.util.Map;

/**
 * An end of a network flow: a pod of ours, a pod of another namespace, or an address outside.
 *
 * @param namespace labels of its namespace; those of ours are {@link #OURS}; empty for an address
 * @param labels its pod labels
 * @param address empty for a pod
 */
record NetworkPeer(String name, Map<String, String> namespace, Map<String, String> labels, String address) {
    static final Map<String, String> OURS = Map.of("ours", "true");

    static NetworkPeer ofOurs(String name, Map<String, String> labels) {
        return new NetworkPeer(name, OURS, labels, "");
    }

    static NetworkPeer elsewhere(String name, String namespace, Map<String, String> labels) {
        return new NetworkPeer(name, Map.of("kubernetes.io/metadata.name", namespace), labels, "");
    }

    static NetworkPeer outside(String name, String address) {
        return new NetworkPeer(name, Map.of(), Map.of(), address);
    }

    boolean isOurs() {
        return namespace.equals(OURS);
    }
}
