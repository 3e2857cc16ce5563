package nl.doorlichting.platform.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A store with the API of Amazon S3, by the address of a bucket in the path: {@code https://host/bucket}. A key is written
 * only if it is not there ({@code If-None-Match}); what keeps it from being changed afterwards is the object lock of the
 * bucket.
 */
final class S3Store implements AuditStore {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    // A file is made while it is sent.
    private static final Duration ANSWER_WITHIN = Duration.ofHours(1);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int EXISTS = 412;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final URI bucket;
    private final S3Signature signature;
    private final Clock clock;

    S3Store(URI bucket, S3Signature signature, Clock clock) {
        this.bucket = bucket;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public boolean put(String name, Content content) throws IOException {
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> open(content));
        var request = HttpRequest.newBuilder()
                .PUT(HttpRequest.BodyPublishers.fromPublisher(body, content.bytes()))
                .header("If-None-Match", "*");
        var status = send(request, "PUT", name, content.sha256(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != OK && status != EXISTS) {
            throw new IOException("the store answered PUT " + name + " with " + status);
        }
        return status == OK;
    }

    @Override
    public Optional<InputStream> fetch(String name) throws IOException {
        var answer = send(
                HttpRequest.newBuilder().GET(),
                "GET",
                name,
                AuditExportFile.sha256(new byte[0]),
                HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() == OK) {
            return Optional.of(answer.body());
        }
        answer.body().close();
        if (answer.statusCode() != NOT_FOUND) {
            throw new IOException("the store answered GET " + name + " with " + answer.statusCode());
        }
        return Optional.empty();
    }

    private static InputStream open(Content content) {
        try {
            return content.source().open();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, String method, String name, byte[] hash, BodyHandler<T> body)
            throws IOException {
        var address = URI.create(bucket.toString().replaceFirst("/$", "") + "/" + name);
        var signed = new TreeMap<String, String>();
        signed.put("host", address.getRawAuthority());
        signed.put("x-amz-content-sha256", HexFormat.of().formatHex(hash));
        if (method.equals("PUT")) {
            // A bucket with an object lock refuses an object without a checksum.
            signed.put("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(hash));
        }
        var authorization = signature.sign(method, address.getRawPath(), signed, clock.instant());
        signed.remove("host");
        signed.forEach(request::header);
        request.uri(address).timeout(ANSWER_WITHIN).header("Authorization", authorization);
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the store was asked");
        }
    }
}
