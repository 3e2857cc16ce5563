package nl.doorlichting.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.doorlichting.local.datafolder.PrivateFile;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.identity.Tokens;

/** run.json has addresses and tokens for scripts. It exists only while the whole system runs and is loaded. */
final class RunFile implements StartedParts.Stoppable {
    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    RunFile write(Ports ports, LocalIssuer issuer, Tokens tokens, Path signingKey) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("pid", ProcessHandle.current().pid());
        run.put("gateway", ports.url(Application.GATEWAY));
        run.put("services", urls(Application.services(), ports::url));
        run.put("management", urls(List.of(Application.values()), ports::managementUrl));
        run.put("issuer", issuer.issuer());
        run.put("audience", LocalIssuer.AUDIENCE);
        run.put("signingKey", signingKey.toString());
        run.put("tokens", tokens.all());
        PrivateFile.write(file, Json.writeReadable(run));
        return this;
    }

    private static Map<String, String> urls(Iterable<Application> applications, Function<Application, String> url) {
        Map<String, String> urls = new LinkedHashMap<>();
        applications.forEach(application -> urls.put(application.title(), url.apply(application)));
        return urls;
    }

    /** A killed launcher leaves its file, which would send scripts to a system that does not run. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new StartFailure("Cannot delete " + file, failure);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException removedByTheNextStart) {
            // The other parts must be stopped as well.
        }
    }
}
