package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Rules for images and versions. */
final class ImageRules {
    private static final String VERSION = System.getProperty("doorlichting.version");

    private ImageRules() {}

    /** Every image is in images.lock, with its tag, and with its digest once that is locked. */
    static Stream<String> locked(Manifests manifests) {
        return locked(manifests, ImagesLock.read());
    }

    static Stream<String> locked(Manifests manifests, ImagesLock lock) {
        return images(
                manifests,
                (manifest, image) -> lock.images().stream().anyMatch(locked -> image.endsWith("/" + locked.reference()))
                        ? ""
                        : manifest.breach(image + " is not in images.lock"));
    }

    /** Manifests, images and the migration Job have one version. */
    static Stream<String> oneVersion(Manifests manifests) {
        Stream<String> ours = images(
                manifests,
                (manifest, image) -> !image.contains("doorlichting/") || image.matches(".*:" + VERSION + "(@.*)?")
                        ? ""
                        : manifest.breach(image + " is not of version " + VERSION));
        Stream<String> jobs = manifests
                .ofKind("Job")
                .filter(job -> !job.name().contains("-" + VERSION + "-"))
                .map(job -> job.breach("is not named for version " + VERSION));
        return Stream.concat(ours, jobs);
    }

    private static Stream<String> images(Manifests manifests, BiFunction<Manifest, String, String> complaint) {
        return manifests.all().stream()
                .flatMap(manifest -> Stream.concat(
                                manifest.containers().map(container -> container.path("image")),
                                Stream.of(manifest.at("/spec/imageName")))
                        .filter(image -> !image.isMissingNode())
                        .map(JsonNode::asText)
                        .map(image -> complaint.apply(manifest, image)))
                .filter(breach -> !breach.isEmpty());
    }
}
