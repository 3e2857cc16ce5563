package nl.doorlichting.local.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StubService;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.identity.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstReleaseTest {
    @TempDir
    Path folder;

    @Test
    void publishesNoOtherReleaseWhileServicesAreTooBusyToNameTheLatest() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer gateway = StubService.gateway(exchange -> {
            requests.add(exchange.getRequestMethod());
            StubService.answer(exchange, requests.size() == 1 ? 503 : 200, "{\"id\":\"1\",\"name\":\"2026-12\"}");
        });
        try {
            String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
            Tokens tokens = new Tokens(LocalIssuer.open(folder.resolve("key.pem"), url, Clock.systemUTC()));
            ProgressOutput silent = new ProgressOutput(new PrintStream(OutputStream.nullOutputStream()));
            new FirstRelease(new Http(), url, tokens, silent).publish();
        } finally {
            gateway.stop(0);
        }
        assertEquals(List.of("GET", "GET"), requests);
    }
}
