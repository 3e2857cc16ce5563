package nl.doorlichting.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The JVM of the images, if this machine has one. Without it the build prints a line and skips the test. */
final class Jdk25 {
    private static final Path FOLDER = Path.of("/usr/lib/jvm");
    private static final Optional<Path> JAVA = look();

    private Jdk25() {}

    static boolean isThere() {
        return JAVA.isPresent();
    }

    static String java() {
        return JAVA.orElseThrow().toString();
    }

    private static Optional<Path> look() {
        Stream<Path> named = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_25_HOME"))
                .filter(Objects::nonNull)
                .map(Path::of);
        Optional<Path> java = Stream.concat(named, installed())
                .filter(Jdk25::isVersion25)
                .map(home -> home.resolve("bin/java"))
                .findFirst();
        if (java.isEmpty()) {
            System.out.println("!!!!! THE IMAGES ARE NOT TESTED: no JDK 25 in JAVA_25_HOME or " + FOLDER + " !!!!!");
        }
        return java;
    }

    private static Stream<Path> installed() {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isVersion25(Path home) {
        Path release = home.resolve("release");
        try {
            return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
