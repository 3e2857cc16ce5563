package nl.doorlichting.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program that some machines have not, so that a test with it is skipped there, and required in CI. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /**
     * Whether the test runs. If the variable is {@code required}, it runs without the program too, and fails.
     *
     * @param warning printed where the test is skipped
     */
    public static boolean isTried(String program, String variable, String warning) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        boolean tried = found || "required".equals(System.getenv(variable));
        if (!tried) {
            System.out.println("!!!!! " + warning + " !!!!!");
        }
        return tried;
    }
}
