package nl.doorlichting.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.local.OperatingSystem;
import nl.doorlichting.local.Polling;
import nl.doorlichting.local.StartFailure;

/** A PostgreSQL whose launcher was killed. It runs until the next launcher stops it. */
public final class OrphanedPostgres {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** The clock can have been corrected since then. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    private final Path folder;

    public OrphanedPostgres(Path folder) {
        this.folder = folder;
    }

    /** Whether there was one. */
    public boolean stop() {
        Optional<ProcessHandle> postmaster = postmaster();
        postmaster.ifPresent(OrphanedPostgres::stop);
        return postmaster.isPresent();
    }

    private static void stop(ProcessHandle postmaster) {
        // SIGTERM waits until every client has disconnected. SIGINT is PostgreSQL's fast and SIGQUIT its immediate
        // shutdown.
        for (String signal : new String[] {"INT", "QUIT"}) {
            signal(postmaster, signal);
            if (Polling.until(PATIENCE, () -> !postmaster.isAlive())) {
                return;
            }
        }
        throw new StartFailure("PostgreSQL (process " + postmaster.pid() + ") of an earlier start does not stop");
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder(command(process, signal))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new StartFailure("Cannot stop PostgreSQL (process " + process.pid() + ")", failure);
        }
    }

    /** Windows has no signals. PostgreSQL's own program sends them there. */
    private static List<String> command(ProcessHandle process, String signal) {
        String pid = String.valueOf(process.pid());
        if (!OperatingSystem.isWindows()) {
            return List.of("kill", "-" + signal, pid);
        }
        Path postgres = Path.of(process.info().command().orElseThrow());
        return List.of(postgres.resolveSibling("pg_ctl.exe").toString(), "kill", signal, pid);
    }

    /**
     * Another program can have this process number today, even another PostgreSQL. Therefore its program and the moment of
     * its start are compared too.
     */
    private Optional<ProcessHandle> postmaster() {
        try {
            List<String> file = Files.readAllLines(folder.resolve("postmaster.pid"));
            Instant started = Instant.ofEpochSecond(Long.parseLong(file.get(2).trim()));
            return ProcessHandle.of(Long.parseLong(file.get(0).trim()))
                    .filter(process -> process.info().command().orElse("").matches(".*postgres(\\.exe)?"))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> Duration.between(start, started).abs().compareTo(SAME_START) < 0)
                            .orElse(true));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
