package nl.doorlichting.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** All objects of a rendered overlay. */
record Manifests(List<Manifest> all) {

    Stream<Manifest> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Stream<Manifest> withPods() {
        return all.stream().filter(Manifest::hasPods);
    }

    Manifest one(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + "/" + name));
    }

    /** A copy for mutations. */
    Manifests copy() {
        return new Manifests(new java.util.ArrayList<>(all.stream()
                .map(manifest -> new Manifest(manifest.json().deepCopy()))
                .toList()));
    }
}
