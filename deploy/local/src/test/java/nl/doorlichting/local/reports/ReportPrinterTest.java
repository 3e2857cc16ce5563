package nl.doorlichting.local.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StubService;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {
    @Test
    void repeatsReportThatIsNotAvailableYet() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer gateway = StubService.gateway(exchange -> {
            boolean available = requests.incrementAndGet() > 2;
            StubService.answer(exchange, available ? 200 : 503, "{\"rows\":[],\"totals\":[],\"notes\":[]}");
        });
        try {
            assertTrue(print(gateway).contains("Training: who was trained?"));
        } finally {
            gateway.stop(0);
        }
        assertEquals(5, requests.get());
    }

    private static String print(HttpServer gateway) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgressOutput steps = new ProgressOutput(new PrintStream(out, true, StandardCharsets.UTF_8));
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
        new ReportPrinter(new Http(), url, "token", steps).print();
        return out.toString(StandardCharsets.UTF_8);
    }
}
