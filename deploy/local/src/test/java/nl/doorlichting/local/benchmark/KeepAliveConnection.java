package nl.doorlichting.local.benchmark;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/**
 * One connection over HTTP/1.1 that stays open, for requests that are bytes already. It does the least that a client can
 * do, because its processor would otherwise limit what is measured.
 */
final class KeepAliveConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] INCOMPLETE = "\"complete\":false".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private Socket socket;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int status;
    private int bodyFrom;
    private int bodyUntil;
    private int received;

    KeepAliveConnection(int port) {
        this.port = port;
    }

    /** Sends the request and reads the response to its end. After a failure the next request opens a new connection. */
    void exchange(byte[] request) throws IOException {
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
            }
            socket.getOutputStream().write(request);
            read(socket.getInputStream());
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    int status() {
        return status;
    }

    /** Bytes of the body as they were sent. */
    int received() {
        return received;
    }

    private int length() {
        return bodyUntil - bodyFrom;
    }

    String body() {
        return new String(buffer, bodyFrom, length(), StandardCharsets.UTF_8);
    }

    /** The status and the beginning of the problem, which is the same for all of its kind. */
    String failure() {
        String body = body();
        return "status " + status + ": " + body.substring(0, Math.min(100, body.length()));
    }

    int checksum() {
        CRC32 checksum = new CRC32();
        checksum.update(buffer, bodyFrom, length());
        return (int) checksum.getValue();
    }

    /** Whether the body states that a part is missing. It does so before its first row. */
    boolean isIncomplete() {
        int until = Math.min(bodyUntil, bodyFrom + 200) - INCOMPLETE.length;
        for (int i = bodyFrom; i <= until; i++) {
            if (Arrays.equals(buffer, i, i + INCOMPLETE.length, INCOMPLETE, 0, INCOMPLETE.length)) {
                return true;
            }
        }
        return false;
    }

    private void read(InputStream in) throws IOException {
        filled = 0;
        int headEnd = endOfLines(in, 0);
        String head = new String(buffer, 0, headEnd, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        status = Integer.parseInt(head.substring(9, 12));
        bodyFrom = headEnd;
        String length = field(head, "\r\ncontent-length:");
        if (length != null) {
            bodyUntil = bodyFrom + Integer.parseInt(length);
            fill(in, bodyUntil);
        } else if (field(head, "\r\ntransfer-encoding:") != null) {
            readChunks(in);
        } else {
            bodyUntil = bodyFrom;
        }
        received = length();
        if (field(head, "\r\ncontent-encoding:") != null) {
            inflate();
        }
    }

    private void inflate() throws IOException {
        buffer = new GZIPInputStream(new ByteArrayInputStream(buffer, bodyFrom, length())).readAllBytes();
        bodyFrom = 0;
        bodyUntil = buffer.length;
    }

    private static String field(String head, String name) {
        int at = head.indexOf(name);
        return at < 0
                ? null
                : head.substring(at + name.length(), head.indexOf('\r', at + 2)).strip();
    }

    /** Moves each chunk to the end of the one before. */
    private void readChunks(InputStream in) throws IOException {
        int at = bodyFrom;
        bodyUntil = bodyFrom;
        while (true) {
            int lineEnd = endOfLine(in, at);
            String size = new String(buffer, at, lineEnd - at, StandardCharsets.US_ASCII).strip();
            int length = Integer.parseInt(size, 16);
            fill(in, lineEnd + length + 2);
            System.arraycopy(buffer, lineEnd, buffer, bodyUntil, length);
            bodyUntil += length;
            at = lineEnd + length + 2;
            if (length == 0) {
                return;
            }
        }
    }

    /** The position after the empty line. */
    private int endOfLines(InputStream in, int from) throws IOException {
        int at = endOfLine(in, from);
        while (true) {
            int next = endOfLine(in, at);
            if (next - at == 2) {
                return next;
            }
            at = next;
        }
    }

    private int endOfLine(InputStream in, int from) throws IOException {
        int at = from;
        while (true) {
            fill(in, at + 1);
            if (buffer[at++] == '\n') {
                return at;
            }
        }
    }

    /** Reads until the buffer has this many bytes. */
    private void fill(InputStream in, int wanted) throws IOException {
        while (filled < wanted) {
            if (filled == buffer.length || wanted > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
            }
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                throw new EOFException("The server closed the connection");
            }
            filled += count;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
