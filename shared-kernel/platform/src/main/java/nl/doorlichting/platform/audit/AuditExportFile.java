package nl.doorlichting.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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
     * What a file holds.
     *
     * @param head the last seal that follows from the one before it and from its events
     * @param events number of events up to there
     * @param isWhole false if the file goes on with something else
     */
    record Content(AuditSeals.CheckResult.Seal head, long events, boolean isWhole) {}

    /** Writes lines until none follow; each batch is asked for with the number of the last seal written. */
    static void write(Path file, long after, Function<Long, Lines> following) throws IOException {
        try (var out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file), CHUNK), UTF_8))) {
            for (var lines = following.apply(after); !lines.lines().isEmpty(); lines = following.apply(lines.last())) {
                for (var line : lines.lines()) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }

    /** Recomputes the chain of the file from the head before it. */
    static Content check(Path file, AuditSeals.CheckResult.Seal before) {
        var head = before;
        var events = 0L;
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), CHUNK), UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var seal = JSON.readTree(line);
                var ids = ids(seal);
                var hash = hash(head, seal, ids, in);
                if (hash == null) {
                    return new Content(head, events, false);
                }
                head = new AuditSeals.CheckResult.Seal(head.number() + 1, hash);
                events += ids.size();
            }
            return new Content(head, events, true);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return new Content(head, events, false);
        } catch (IOException unreadable) {
            // A file that was cut off or is no gzip.
            return new Content(head, events, false);
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

    static byte[] sha256(Path file) {
        var digest = digest();
        try (var in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return digest.digest();
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
}
