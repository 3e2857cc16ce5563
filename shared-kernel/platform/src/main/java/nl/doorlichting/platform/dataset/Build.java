package nl.doorlichting.platform.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The build that this process runs: its code, with the rules by which it calculates, and its municipality register. Equal
 * jars have equal names. Without jars, as in a test, each process is a build of its own.
 */
public final class Build {
    /** The header of a service in which the gateway finds the build that answered. It does not pass the gateway. */
    public static final String HEADER = "Build";

    // One file of each jar of the product, because a version can be built more than once.
    private static final List<String> JARS = List.of(
            "application.properties",
            "nl/doorlichting/platform/dataset/Build.class",
            "nl/doorlichting/domain/municipality/MunicipalityRegister.class",
            "nl/doorlichting/api/figures/FigureNote.class");
    private static final int BYTES = 12;

    static final String CURRENT = current();

    private Build() {}

    private static String current() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : JARS) {
                var place = Build.class.getClassLoader().getResource(file);
                if (place == null || !(place.openConnection() instanceof JarURLConnection inJar)) {
                    return UUID.randomUUID().toString();
                }
                try (var jar = inJar.getJarFileURL().openStream()) {
                    digest.update(jar.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
