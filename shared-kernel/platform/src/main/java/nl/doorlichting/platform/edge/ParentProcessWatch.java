package nl.doorlichting.platform.edge;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends a service when its local launcher is gone. The launcher holds the other end of standard input, and the
 * operating system closes it even when the launcher is killed. Active only when the launcher sets it.
 */
class ParentProcessWatch {
    private final boolean enabled;

    ParentProcessWatch(@ConfigProperty(name = "doorlichting.launcher-watch", defaultValue = "false") boolean enabled) {
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        var watch = new Thread(ParentProcessWatch::awaitEnd, "launcher-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // The launcher writes nothing; only the end of the stream matters.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Quarkus.asyncExit();
        }
    }
}
