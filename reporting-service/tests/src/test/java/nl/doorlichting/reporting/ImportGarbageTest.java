package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service refuses a gigabyte of garbage long before all of it arrives. */
@ReportingServiceTest
class ImportGarbageTest {
    private static final long GIGABYTE = 1L << 30;
    private static final int PIECE = 1 << 16;

    @Test
    @Timeout(30)
    void rejectsDeclaredGigabyteWithoutReadingIt() throws Exception {
        try (var socket = connected()) {
            write(socket.getOutputStream(), head("Content-Length: " + GIGABYTE));
            assertEquals("HTTP/1.1 413 Request Entity Too Large", statusLine(socket));
        }
    }

    @Test
    @Timeout(30)
    void rejectsGarbageAfterItsFirstPiece() throws Exception {
        var sent = new AtomicLong();
        try (var socket = connected()) {
            var writer = new Thread(() -> sendGarbage(socket, sent), "garbage");
            writer.setDaemon(true);
            writer.start();
            assertEquals("HTTP/1.1 400 Bad Request", statusLine(socket));
            assertTrue(sent.get() < GIGABYTE / 4, () -> sent.get() + " bytes were taken before the refusal");
        }
    }

    private static void sendGarbage(Socket socket, AtomicLong sent) {
        var garbage = new byte[PIECE];
        new Random(7).nextBytes(garbage);
        try {
            var out = socket.getOutputStream();
            write(out, head("Transfer-Encoding: chunked"));
            while (sent.get() < GIGABYTE) {
                write(out, Integer.toHexString(PIECE) + "\r\n");
                out.write(garbage);
                write(out, "\r\n");
                sent.addAndGet(PIECE);
            }
        } catch (IOException closed) {
            // As it should be.
        }
    }

    private static Socket connected() throws IOException {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return new Socket("127.0.0.1", port == 0 ? io.restassured.RestAssured.port : port);
    }

    private static String head(String length) {
        return "POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\nAuthorization: Bearer " + TestIssuer.token(Role.RESEARCHER) + "\r\n" + length
                + "\r\n\r\n";
    }

    private static String statusLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
