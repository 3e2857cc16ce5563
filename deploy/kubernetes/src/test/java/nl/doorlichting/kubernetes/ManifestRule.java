package nl.doorlichting.kubernetes;

import java.util.stream.Stream;

/** Something that holds for every overlay. */
interface ManifestRule {

    /** What breaks it, a line each. */
    Stream<String> breaches(Manifests manifests);
}
