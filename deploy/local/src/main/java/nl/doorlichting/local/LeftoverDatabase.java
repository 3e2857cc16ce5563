package nl.doorlichting.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A PostgreSQL that outlived the launcher that started it: it is on its own, so nobody else will stop it. */
final class LeftoverDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Path folder;

    LeftoverDatabase(Path folder) {
        this.folder = folder;
    }

    /** Whether there was one. */
    boolean stop() {
        Optional<ProcessHandle> postmaster = postmaster();
        postmaster.ifPresent(LeftoverDatabase::stop);
        return postmaster.isPresent();
    }

    private static void stop(ProcessHandle postmaster) {
        // A SIGTERM would wait for every client to leave; SIGINT is PostgreSQL's fast and SIGQUIT its immediate stop.
        for (String signal : new String[] {"-INT", "-QUIT"}) {
            signal(postmaster, signal);
            if (Waiting.until(PATIENCE, () -> !postmaster.isAlive())) {
                return;
            }
        }
        throw new StartFailure("PostgreSQL (process " + postmaster.pid() + ") of an earlier start does not stop");
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new StartFailure("Cannot stop PostgreSQL (process " + process.pid() + ")", failure);
        }
    }

    // A postmaster works in its data folder; another server may have got the old one's number.
    private boolean worksHere(ProcessHandle process) {
        Path workingFolder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            return !Files.exists(workingFolder) || Files.isSameFile(workingFolder, folder);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The number in the file may be another program's by now, so the program is looked at too. */
    private Optional<ProcessHandle> postmaster() {
        try {
            String first = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(first.trim()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .filter(this::worksHere);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
