package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own checks, by promtool. Without it the build prints a line and skips them. */
final class Promtool {
    private static final boolean THERE = look();

    private Promtool() {}

    static boolean isThere() {
        return THERE;
    }

    /** Its output; fails when promtool fails. */
    static String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Collecting garbage takes a quarter of its processor time. Now it needs 300 MB in place of 80.
            builder.environment().put("GOGC", "800");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return said;
        } catch (IOException failure) {
            throw new AssertionError("promtool cannot be run", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped while promtool ran", stopped);
        }
    }

    private static boolean look() {
        try {
            return new ProcessBuilder("promtool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            System.out.println("!!!!! THE ALERT RULES ARE NOT TESTED: promtool is not on this machine !!!!!");
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
