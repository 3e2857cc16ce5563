package nl.doorlichting.platform.testing.http;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends requests byte by byte over a socket, for requests that no client library would send. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 40_000;

    /**
     * What came back until the server closed the connection.
     *
     * @param headers by lower-case name
     */
    public record RawAnswer(int status, Map<String, String> headers, String body) {}

    // Of an answer; no body that is sent here has such a line.
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    private RawHttp() {}

    /** The answer of the application under test; a valid request must have {@code Connection: close}. */
    public static RawAnswer send(String request) {
        var answer = sendAll(request);
        if (answer.isEmpty()) {
            throw new AssertionError("the connection ends without an answer to: " + request);
        }
        return parse(answer);
    }

    /** The status of every answer to what is sent in one go, until the server closed the connection. */
    public static List<Integer> statuses(String requests) {
        return STATUS_LINE
                .matcher(sendAll(requests))
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
    }

    private static String sendAll(String requests) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            return readAll(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // A client that is rejected while it still sends can get a reset after the answer.
    private static String readAll(InputStream answer) throws IOException {
        var all = new ByteArrayOutputStream();
        var part = new byte[8192];
        try {
            for (var got = answer.read(part); got >= 0; got = answer.read(part)) {
                all.write(part, 0, got);
            }
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the connection stays open after: " + all, open);
        } catch (SocketException reset) {
            if (all.size() == 0) {
                throw reset;
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static RawAnswer parse(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        var lines = answer.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim());
        }
        var bytes = answer.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        var isChunked = "chunked".equals(headers.get("transfer-encoding"));
        var body = isChunked ? whole(bytes) : new String(bytes, StandardCharsets.UTF_8);
        return new RawAnswer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }

    // Each chunk follows a line with its size, which counts bytes: of packed answers too, which are no text.
    private static String whole(byte[] bytes) {
        var whole = new ByteArrayOutputStream();
        for (int at = 0, size = -1; size != 0; ) {
            var line = at;
            while (bytes[line] != '\r') {
                line++;
            }
            size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.US_ASCII), 16);
            whole.write(bytes, line + 2, size);
            at = line + 2 + size + 2;
        }
        return whole.toString(StandardCharsets.UTF_8);
    }
}
