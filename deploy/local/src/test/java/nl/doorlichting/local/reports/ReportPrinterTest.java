package nl.doorlichting.local.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {
    @Test
    void repeatsReportThatIsNotAvailableYet() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            boolean available = requests.incrementAndGet() > 2;
            byte[] body = "{\"rows\":[],\"totals\":[],\"notes\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(available ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
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
