package nl.doorlichting.local.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StubService;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.identity.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetLoaderTest {
    @TempDir
    Path folder;

    private HttpServer gateway;

    @BeforeEach
    void listen() throws IOException {
        gateway = StubService.gateway();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void secondLoadAddsNothing() {
        List<String> first = load();
        List<String> second = load();

        assertEquals(DataSet.groups().size(), first.size());
        first.forEach(line -> assertTrue(line.endsWith(" new, 0 already there"), line));
        second.forEach(line -> assertTrue(line.contains(": 0 new, "), line));
    }

    @Test
    void repeatsWhatServicesAreTooBusyFor() throws IOException {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        HttpServer busy = StubService.gateway(exchange -> {
            boolean available = !refused.add(exchange.getRequestURI().getPath());
            StubService.answer(exchange, available ? 201 : 503, "{\"id\":\"1\"}");
        });
        try {
            load(busy).forEach(line -> assertTrue(line.endsWith(" new, 0 already there"), line));
        } finally {
            busy.stop(0);
        }
        assertFalse(refused.isEmpty());
    }

    private List<String> load() {
        return load(gateway);
    }

    private List<String> load(HttpServer gateway) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgressOutput steps = new ProgressOutput(new PrintStream(out, true, StandardCharsets.UTF_8));
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
        Tokens tokens = new Tokens(LocalIssuer.open(folder.resolve("key.pem"), url, Clock.systemUTC()));
        new DataSetLoader(new Http(), url, tokens, steps).load(DataSet.groups());
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
