package nl.doorlichting.gateway.responses;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The compression that the gateway offers (RFC 9110, 8.4.1.3). */
public final class Gzip {
    /** Begins a weak ETag: compressed bytes are others than those that a strong one is about (RFC 9110, 8.8.1). */
    public static final String WEAK = "W/";

    public static final String NAME = "gzip";
    /** Below this length a packet or two are saved, which is not worth the work. */
    public static final int LEAST_BYTES = 4_096;

    private static final int MOST_AT_ONCE = 16_384;

    private Gzip() {}

    /** These bytes in this compression. */
    public static byte[] compress(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** What {@link #compress} made these bytes of, in memory that is as large as they need. */
    public static Buffer decompress(byte[] compressed) {
        // They end with the length of what they were made of (RFC 1952, 2.3.1).
        var length =
                ByteBuffer.wrap(compressed).order(ByteOrder.LITTLE_ENDIAN).getInt(compressed.length - Integer.BYTES);
        var plain = Buffer.buffer(length);
        var part = new byte[Math.min(length, MOST_AT_ONCE)];
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed), compressed.length)) {
            for (var read = gzip.read(part); read >= 0; read = gzip.read(part)) {
                plain.appendBytes(part, 0, read);
            }
            return plain;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // In lower case, as the server does.
    public static boolean isAcceptedBy(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals(NAME) || coding.startsWith(NAME + ";q=") && !coding.matches(".*q=0(\\.0*)?"));
    }
}
