package nl.doorlichting.platform.testing.edge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.PayloadLimits;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Clients that continue to send a body after it was rejected as too large. Each receives its 413, and soon after that
 * the server reads no more.
 */
final class EndlessBodies {
    // The server gives up after a second; the rest is for a busy machine.
    private static final Duration END_AFTER_ANSWER = Duration.ofSeconds(2);
    private static final long LOOKS_AGAIN_MILLIS = 50;
    // What the server throws away (8 MiB), and what the buffers of two sockets hold, at the gateway of four.
    private static final long BYTES_AFTER_LIMIT = 32L << 20;
    // Sending so much in chunks would take a test too long.
    private static final long LONGEST_CHUNKED = 64L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final byte[] PART = spaces();

    private record Upload(String path, String mediaType, long limit) {
        static Upload of(String operation, OpenApiContract contract) {
            var path = operation
                    .substring(operation.indexOf(' ') + 1)
                    .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000001");
            return new Upload(path, contract.requestMediaType(operation), limitOf(path));
        }

        private static long limitOf(String path) {
            return Arc.container().instance(PayloadLimits.class).get().of(path);
        }

        String head(String framing) {
            var type = mediaType.startsWith("multipart/") ? mediaType + ";boundary=b" : mediaType;
            return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nIdempotency-Key: endless\r\nAuthorization: Bearer " + TestIssuer.token(InvalidTokens.roles())
                    + "\r\n"
                    + framing + "\r\n\r\n";
        }

        /** The bytes before the endless ones. */
        String beginning() {
            return mediaType.startsWith("multipart/")
                    ? "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                    : "";
        }
    }

    private EndlessBodies() {}

    /** One path of each limit. */
    static Stream<DynamicTest> ofApplication() {
        var contract = OpenApiContract.ofApplication();
        return contract.operations().stream()
                .filter(operation -> operation.startsWith("POST ") && contract.requestMediaType(operation) != null)
                .map(operation -> Upload.of(operation, contract))
                .collect(Collectors.toMap(Upload::limit, upload -> upload, (one, other) -> one))
                .values()
                .stream()
                .flatMap(upload -> upload.limit() > LONGEST_CHUNKED
                        ? Stream.of(declared(upload))
                        : Stream.of(declared(upload), chunked(upload), withoutToken(upload)));
    }

    private static DynamicTest declared(Upload upload) {
        var length = "Content-Length: " + (upload.limit() + 4 * GIBIBYTE);
        return DynamicTest.dynamicTest(
                upload.path() + " of a length over its limit",
                () -> verify(upload.head(length), upload.beginning(), 0, false));
    }

    private static DynamicTest chunked(Upload upload) {
        return DynamicTest.dynamicTest(
                upload.path() + " in chunks over its limit",
                () -> verify(upload.head("Transfer-Encoding: chunked"), upload.beginning(), upload.limit(), true));
    }

    /** The response comes before the body, unless the gateway has to call a service first. */
    private static DynamicTest withoutToken(Upload upload) {
        var head = upload.head("Transfer-Encoding: chunked").replaceFirst("Authorization: [^\r]*\r\n", "");
        return DynamicTest.dynamicTest(
                upload.path() + " without a token",
                () -> verify(Set.of("HTTP/1.1 401", "HTTP/1.1 413"), head, upload.beginning(), upload.limit(), true));
    }

    private static void verify(String head, String beginning, long limit, boolean inChunks) throws Exception {
        verify(Set.of("HTTP/1.1 413"), head, beginning, limit, inChunks);
    }

    private static void verify(Set<String> expected, String head, String beginning, long limit, boolean inChunks)
            throws Exception {
        RunningTime.check(() -> verifyOnce(expected, head, beginning, limit, inChunks));
    }

    private static void verifyOnce(Set<String> expected, String head, String beginning, long limit, boolean inChunks)
            throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            var sent = CompletableFuture.supplyAsync(() -> sendUntilRefused(socket, beginning, inChunks));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var status = firstLine(answer);
            assertTrue(expected.contains(status), status);
            assertTrue(
                    bytesWithin(END_AFTER_ANSWER, sent) < limit + BYTES_AFTER_LIMIT,
                    () -> "took in " + sent.join() + " bytes");
        }
    }

    private static String firstLine(BufferedReader answer) throws IOException {
        var line = answer.readLine();
        return line == null ? null : line.substring(0, Math.min(12, line.length()));
    }

    private static long bytesWithin(Duration patience, CompletableFuture<Long> sent)
            throws ExecutionException, InterruptedException {
        try (var time = RunningTime.start()) {
            while (time.taken().compareTo(patience) < 0) {
                try {
                    return sent.get(LOOKS_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // The time of a machine that stood still does not count.
                }
            }
        }
        throw new AssertionError("still connected");
    }

    /** How many bytes of the body the socket took until it was closed. */
    private static long sendUntilRefused(Socket socket, String beginning, boolean inChunks) {
        long sent = 0;
        try {
            var body = socket.getOutputStream();
            send(body, beginning.getBytes(StandardCharsets.ISO_8859_1), inChunks);
            while (true) {
                send(body, PART, inChunks);
                sent += PART.length;
            }
        } catch (IOException refused) {
            return sent;
        }
    }

    private static void send(OutputStream body, byte[] part, boolean inChunks) throws IOException {
        if (part.length == 0) {
            return;
        }
        if (inChunks) {
            body.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        body.write(part);
        if (inChunks) {
            body.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    // White space of any length is valid JSON.
    private static byte[] spaces() {
        var part = new byte[64 * 1024];
        Arrays.fill(part, (byte) ' ');
        return part;
    }
}
