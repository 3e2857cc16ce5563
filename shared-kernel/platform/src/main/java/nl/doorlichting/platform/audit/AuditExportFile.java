package nl.doorlichting.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The lines of a month of the audit trail in a file, gzipped. A seal is an object: its number, its moment in microseconds,
 * its hash, and the ids of its events. Its events follow, one in each line: the JSON array whose SHA-256 the seal was made
 * of. So the file can be checked without the database.
 */
final class AuditExportFile {
    /** What the elements of an event are. */
    static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "actor",
            "client",
            "roles",
            "organisation",
            "network",
            "operation",
            "object",
            "traceId",
            "result",
            "status",
            "problem",
            "times",
            "minute");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHUNK = 1 << 16;

    private AuditExportFile() {}

    /** Some lines of the file, with the number of the last seal in them. */
    record Lines(List<String> lines, long last) {}

    /**
     * The chain that a file holds.
     *
     * @param head the last seal that follows from the one before it and from its events
     * @param events number of events up to there
     * @param isWhole false if the file goes on with something else
     */
    private record Chain(AuditSeals.CheckResult.Seal head, long events, boolean isWhole) {}

    /** What a file holds, and what it is. */
    record Content(AuditSeals.CheckResult.Seal head, long events, boolean isWhole, long bytes, byte[] sha256) {}

    /**
     * The file, made while it is read, of lines until none follow. Each batch is asked for with the number of the last seal
     * before it. What is sealed does not change, so the bytes are the same each time.
     */
    static InputStream open(long after, Function<Long, Lines> following) throws IOException {
        return new GzippedLines(after, following);
    }

    /** Reads the file to its end, and recomputes its chain from the head before it. */
    static Content check(InputStream file, AuditSeals.CheckResult.Seal before) throws IOException {
        var digest = digest();
        try (var counted = new CountedStream(new DigestInputStream(file, digest))) {
            var chain = chain(counted, before);
            counted.transferTo(OutputStream.nullOutputStream());
            return new Content(chain.head(), chain.events(), chain.isWhole(), counted.bytes, digest.digest());
        }
    }

    private static Chain chain(InputStream file, AuditSeals.CheckResult.Seal before) throws IOException {
        var head = before;
        var events = 0L;
        try {
            var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(file, CHUNK), UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var seal = JSON.readTree(line);
                var ids = ids(seal);
                var hash = hash(head, seal, ids, in);
                if (hash == null) {
                    return new Chain(head, events, false);
                }
                head = new AuditSeals.CheckResult.Seal(head.number() + 1, hash);
                events += ids.size();
            }
            return new Chain(head, events, true);
        } catch (JsonProcessingException | IllegalArgumentException | ZipException | EOFException unreadable) {
            // Also a file that was cut off or is no gzip. That the store does not send it is another failure.
            return new Chain(head, events, false);
        }
    }

    private static List<Long> ids(JsonNode seal) {
        return StreamSupport.stream(seal.path("events").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    /** The hash of a seal, as the database computes it (audit_seal_hash); null if the seal has another. */
    private static byte[] hash(AuditSeals.CheckResult.Seal before, JsonNode seal, List<Long> ids, BufferedReader in)
            throws IOException {
        var digest = digest();
        digest.update(before.hash());
        digest.update("[%d, %d, %s]"
                .formatted(before.number() + 1, seal.path("sealedAt").asLong(), ids)
                .getBytes(UTF_8));
        for (var id : ids) {
            var event = in.readLine();
            if (event == null || !event.startsWith("[" + id + ", ")) {
                return null;
            }
            digest.update(sha256(event.getBytes(UTF_8)));
        }
        var hash = digest.digest();
        var written = HexFormat.of().parseHex(seal.path("hash").asText());
        return seal.path("seal").asLong() == before.number() + 1 && Arrays.equals(hash, written) ? hash : null;
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private long bytes;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            var read = super.read(target, from, most);
            bytes += Math.max(read, 0);
            return read;
        }
    }

    private static final class GzippedLines extends InputStream {
        private final Function<Long, Lines> following;
        private final ByteArrayOutputStream made = new ByteArrayOutputStream();
        private final Writer writer;
        private InputStream ready = InputStream.nullInputStream();
        private long last;
        private boolean ended;

        GzippedLines(long after, Function<Long, Lines> following) throws IOException {
            this.last = after;
            this.following = following;
            this.writer = new OutputStreamWriter(new GZIPOutputStream(made, CHUNK), UTF_8);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            var read = ready.read(target, from, most);
            while (read < 0 && !ended) {
                make();
                read = ready.read(target, from, most);
            }
            return read;
        }

        private void make() throws IOException {
            var lines = following.apply(last);
            for (var line : lines.lines()) {
                writer.write(line);
                writer.write('\n');
            }
            last = lines.last();
            ended = lines.lines().isEmpty();
            if (ended) {
                writer.close();
            }
            ready = new ByteArrayInputStream(made.toByteArray());
            made.reset();
        }
    }
}
