package nl.doorlichting.kubernetes;

import java.util.stream.Stream;

/** A rule for every overlay. */
interface ManifestRule {

    /** The breaches, a line for each. */
    Stream<String> breaches(Manifests manifests);
}
