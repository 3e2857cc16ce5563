package nl.doorlichting.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shell of drills, images and Keycloak. Without it the build prints a line and skips these tests. */
public final class Bash {
    private static final boolean THERE = look();

    private Bash() {}

    public static boolean isThere() {
        return THERE;
    }

    private static boolean look() {
        boolean found = !OperatingSystem.isWindows()
                && Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bash")));
        if (!found) {
            System.out.println(
                    "!!!!! WHAT NEEDS BASH IS NOT TESTED (drills, images, Keycloak, puller): it is not on this machine"
                            + " !!!!!");
        }
        return found;
    }
}
