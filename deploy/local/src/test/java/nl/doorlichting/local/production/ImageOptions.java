package nl.doorlichting.local.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.local.services.ServiceProcess;

/** The options that Java has in the images. */
public final class ImageOptions {
    // What Java reads from its container: the limit of base/rules/deployment.yaml.
    private static final String MEMORY_OF_A_POD = "-XX:MaxRAM=768m";

    private ImageOptions() {}

    /** Those of {@code java.options}, in their order. */
    public static List<String> read(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("deploy/kubernetes/image/java.options"))) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The command of an image with this jar, where the JDK of the build takes the place of that of the image, and an archive
     * of classes that of its AOT cache.
     */
    static List<String> command(Path jar) {
        Path home = Path.of(System.getProperty("doorlichting.home"));
        // Java before 17.0.9 does not have all of them.
        Stream<String> ofThisMachine = Stream.of(MEMORY_OF_A_POD, "-XX:+IgnoreUnrecognizedVMOptions");
        return ServiceProcess.command(
                jar, Stream.concat(ofThisMachine, read(home).stream()).toList());
    }
}
