package nl.doorlichting.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shell of the drills, of what makes the images and of Keycloak. Where it is missing, the build says so and goes on. */
final class Bash {
    private static final boolean THERE = look();

    private Bash() {}

    static boolean isThere() {
        return THERE;
    }

    private static boolean look() {
        boolean found = !OperatingSystem.isWindows()
                && Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bash")));
        if (!found) {
            System.out.println(
                    "!!!!! WHAT NEEDS BASH IS NOT TESTED (drills, images, Keycloak): it is not on this machine !!!!!");
        }
        return found;
    }
}
