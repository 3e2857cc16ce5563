package nl.doorlichting.local;

import java.nio.file.Path;

/** Starts the whole system on this machine, loads the first data set and runs until it is stopped. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        StartedParts parts = new StartedParts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-everything"));
        try {
            Path home = Path.of(System.getProperty("doorlichting.home", "")).toAbsolutePath();
            new LauncherStartup(Settings.from(System.getenv(), home), parts).run();
        } catch (StartFailure failure) {
            end(parts, failure.getMessage());
        } catch (RuntimeException unexpected) {
            end(parts, "Unexpected failure: " + unexpected);
        }
        Thread.currentThread().join();
    }

    /** Through the shutdown hook, which stops all processes. A failure during a shutdown is its consequence, and not shown. */
    private static void end(StartedParts parts, String line) {
        if (!parts.closing()) {
            System.err.println("Doorlichting: " + line);
        }
        System.exit(1);
    }
}
