package nl.doorlichting.local.clients;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.local.InstalledProgram;
import nl.doorlichting.local.OperatingSystem;

/**
 * The npm package of the TypeScript client. Without Node the build prints a line and skips its test, unless {@code
 * DOORLICHTING_NODE} is {@code required}, as in CI.
 */
final class TypeScriptClient {
    private static final Path PACKAGE =
            Path.of(System.getProperty("doorlichting.home")).resolve("gateway/client-typescript");
    private static final String NPM = OperatingSystem.isWindows() ? "npm.cmd" : "npm";

    private final Path log;
    private final Path runFile;

    TypeScriptClient(Path log, Path runFile) {
        this.log = log;
        this.runFile = runFile;
    }

    static boolean isTried() {
        return InstalledProgram.isTried(
                NPM,
                "DOORLICHTING_NODE",
                "THE TYPESCRIPT CLIENT IS NOT TESTED: npm is not on the path, Node 20.19 or newer has it");
    }

    /** Runs npm in the package. */
    void npm(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(NPM), Stream.of(arguments)).toList())
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("DOORLICHTING_RUN", runFile.toString());
        if (builder.start().waitFor() != 0) {
            throw new AssertionError("npm " + List.of(arguments) + " fails: " + Files.readString(log));
        }
    }
}
