package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Whence what runs comes, and which version it is. */
final class ImageRules {
    private static final String VERSION = System.getProperty("doorlichting.version");

    private ImageRules() {}

    /** Every image is one of images.lock: by its tag, and by its digest once that is known. */
    static Stream<String> locked(Manifests manifests) {
        return locked(manifests, ImagesLock.read());
    }

    static Stream<String> locked(Manifests manifests, ImagesLock lock) {
        return images(
                manifests,
                (manifest, image) -> lock.images().stream().anyMatch(locked -> image.endsWith("/" + locked.reference()))
                        ? ""
                        : manifest.says(image + " is not in images.lock"));
    }

    /** Manifests and images are of one version, and so is the Job that migrates to it. */
    static Stream<String> oneVersion(Manifests manifests) {
        Stream<String> ours = images(
                manifests,
                (manifest, image) -> !image.contains("doorlichting/") || image.matches(".*:" + VERSION + "(@.*)?")
                        ? ""
                        : manifest.says(image + " is not of version " + VERSION));
        Stream<String> jobs = manifests
                .ofKind("Job")
                .filter(job -> !job.name().contains("-" + VERSION + "-"))
                .map(job -> job.says("is not named for version " + VERSION));
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
