package nl.doorlichting.local.datafolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.StartedParts;

/** The folder with all data of a local run. The launcher holds its lock while it runs, so that there is one at a time. */
public final class DataFolder implements StartedParts.Stoppable {
    private static final String LOCK = "doorlichting.lock";
    private static final String BINARIES = "postgres-binaries";
    private static final Set<String> OURS = Set.of(
            LOCK,
            BINARIES,
            "postgres",
            "postgres-ready",
            "passwords.json",
            "issuer-key.pem",
            "personal-data.key",
            "audit",
            "logs",
            "gateway.properties",
            "run.json");

    private final Path folder;
    private final FileChannel lock;
    private final boolean leftUncleanly;

    private DataFolder(Path folder, FileChannel lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        // The lock file has the process number of the running launcher. After a kill the number is still in it.
        this.leftUncleanly = lock.size() > 0;
        lock.truncate(0);
        lock.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    public static DataFolder open(Path folder, boolean toBeEmptied) {
        try {
            if (toBeEmptied) {
                requireOurs(folder);
            }
            Files.createDirectories(folder.resolve("logs"));
            return new DataFolder(folder, locked(folder.resolve(LOCK)));
        } catch (IOException failure) {
            throw new StartFailure(
                    "The data folder " + folder + " cannot be written; make it writable, or set DOORLICHTING_DATA",
                    failure);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // A byte after the content, because on Windows no process can read what another has locked.
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Reported as a lock of another process.
        }
        channel.close();
        throw new StartFailure("Doorlichting is already running on the data folder " + file.getParent() + " (process "
                + PrivateFile.read(file) + "); stop it, or set DOORLICHTING_DATA");
    }

    /** Files of others are never deleted: a folder with a name in it that is not ours is refused. */
    private static void requireOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<String> names = names(folder);
        names.stream().filter(name -> !OURS.contains(name)).findFirst().ifPresent(name -> {
            throw notOurs(folder, name);
        });
        if (!names.isEmpty() && !names.contains(LOCK)) {
            throw notOurs(folder, names.get(0));
        }
    }

    private static StartFailure notOurs(Path folder, String name) {
        return new StartFailure("DOORLICHTING_FRESH would empty " + folder + ", but '" + name
                + "' in it was not made by Doorlichting; move it, or set DOORLICHTING_DATA");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .map(name -> name.endsWith(".new") ? name.substring(0, name.length() - ".new".length()) : name)
                    .sorted()
                    .toList();
        }
    }

    /** Deletes all but the lock and PostgreSQL's programs, which are no data. */
    public void empty() {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry ->
                            !Set.of(LOCK, BINARIES).contains(entry.getFileName().toString()))
                    .forEach(DataFolder::deleteTree);
            Files.createDirectories(logs());
        } catch (IOException failure) {
            throw new StartFailure("Cannot empty " + folder, failure);
        }
    }

    public boolean leftUncleanly() {
        return leftUncleanly;
    }

    public Path folder() {
        return folder;
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    /** Exists once PostgreSQL's files are complete. */
    public Path postgresReady() {
        return folder.resolve("postgres-ready");
    }

    public Path postgresBinaries() {
        return folder.resolve(BINARIES);
    }

    Path passwords() {
        return folder.resolve("passwords.json");
    }

    public Path issuerKey() {
        return folder.resolve("issuer-key.pem");
    }

    Path personalDataKey() {
        return folder.resolve("personal-data.key");
    }

    public Path runFile() {
        return folder.resolve("run.json");
    }

    @Override
    public void stop() {
        try {
            lock.truncate(0);
            lock.close();
        } catch (IOException leftAsAfterAKill) {
            // The next start then waits for ports as after a kill.
        }
    }

    /** Deletes a folder with its content. A link is deleted, never its target. */
    public static void deleteTree(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new StartFailure("Cannot delete " + root, failure);
        }
    }
}
