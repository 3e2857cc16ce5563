package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nl.doorlichting.local.datafolder.DataFolder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The whole system with the first data set, started by the real launcher. Classes of one suite share it, and a class that
 * runs alone has one for itself. What a class records stays there for the next one.
 */
public final class SharedSystem implements BeforeAllCallback {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));

    private LauncherRun launcher;

    /** Stopped by JUnit after the last class, with all that it has stored. */
    private record Started(LauncherRun launcher, Path folder) implements AutoCloseable {
        static Started start() {
            try {
                Path folder = FoldersInMemory.create();
                LauncherRun launcher = LauncherRun.start(HOME, folder.resolve("data"), FreePorts.find());
                return new Started(launcher, folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            launcher.close();
            DataFolder.deleteTree(folder);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        launcher = context.getRoot()
                .getStore(Namespace.create(SharedSystem.class))
                .computeIfAbsent("started", any -> Started.start(), Started.class)
                .launcher()
                .awaitUp();
    }

    /** Content of the launcher's run.json. */
    public JsonNode run() {
        return launcher.run();
    }

    public Path runFile() {
        return launcher.runFile();
    }

    public ProcessHandle service(Application application) {
        return launcher.service(application);
    }
}
