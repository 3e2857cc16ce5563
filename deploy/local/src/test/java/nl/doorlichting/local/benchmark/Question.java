package nl.doorlichting.local.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A kind of request, with all requests of this kind. */
final class Question {
    private static final String GET = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n%s\r\n";
    private static final String ACCEPTS_GZIP = "Accept-Encoding: gzip\r\n";
    private static final String POST = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\n"
            + "Content-Length: %d\r\n\r\n%s";

    // One of so many questions.
    private static final int KEPT_BACK = 10;

    private final String name;
    private final int status;
    private final boolean once;
    private final byte[][] requests;
    private final int callers;
    private final Supplier<byte[]> creation;
    private final AtomicInteger next = new AtomicInteger();
    private volatile AtomicIntegerArray checksums;

    private Question(String name, int status, boolean once, byte[][] requests, int callers, Supplier<byte[]> creation) {
        this.name = name;
        this.status = status;
        this.once = once;
        this.requests = requests;
        this.callers = callers;
        this.creation = creation;
        forgetAnswers();
    }

    /** One of these paths by lot, each asked by one of these callers. Without callers it is asked without a token. */
    static Question ofMany(String name, List<String> paths, List<String> tokens) {
        return new Question(name, 200, false, reads(paths, tokens, ""), Math.max(1, tokens.size()), null);
    }

    /** The same, asked as browsers do: the answer may be compressed. */
    static Question ofManyCompressed(String name, List<String> paths, List<String> tokens) {
        return new Question(name, 200, false, reads(paths, tokens, ACCEPTS_GZIP), tokens.size(), null);
    }

    /** These paths in their order, so that none is asked twice before all are asked. */
    static Question inOrder(String name, List<String> paths, String token) {
        return new Question(name, 200, true, reads(paths, List.of(token), ""), 1, null);
    }

    static Question creation(String name, String path, String token, Supplier<String> body) {
        return new Question(name, 201, true, new byte[0][], 1, () -> post(path, token, body.get()));
    }

    private static byte[][] reads(List<String> paths, List<String> tokens, String more) {
        List<String> authorizations = tokens.isEmpty()
                ? List.of("")
                : tokens.stream()
                        .map(token -> "Authorization: Bearer " + token + "\r\n")
                        .toList();
        return paths.stream()
                .flatMap(path -> authorizations.stream().map(line -> bytes(GET.formatted(path, line + more))))
                .toArray(byte[][]::new);
    }

    static byte[] get(String path, String token) {
        return bytes(GET.formatted(path, "Authorization: Bearer " + token + "\r\n"));
    }

    static byte[] post(String path, String token, String json) {
        return bytes(
                POST.formatted(path, token, UUID.randomUUID(), json.getBytes(StandardCharsets.UTF_8).length, json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    int status() {
        return status;
    }

    boolean isCreation() {
        return creation != null;
    }

    boolean isAskedOnce() {
        return once && !isCreation();
    }

    boolean isRepeated() {
        return !once;
    }

    /** How many different requests there are. */
    int requests() {
        return requests.length;
    }

    /** The number of a request, for {@link #request}. */
    int draw(Random lot) {
        if (isCreation()) {
            return 0;
        }
        return once ? next.getAndIncrement() % requests.length : lot.nextInt(requests.length);
    }

    /**
     * The numbers of all requests but those of the last questions, which {@link #neverAsked} has. A question is asked by one
     * caller after another.
     */
    IntStream inOrder() {
        return IntStream.range(0, requests.length - callers * keptBack());
    }

    /** Of each of the last questions the request of one caller. */
    IntStream neverAsked() {
        return IntStream.rangeClosed(1, keptBack()).map(question -> requests.length - callers * question);
    }

    /** All requests of the last questions. */
    IntStream last() {
        return IntStream.range(requests.length - callers * keptBack(), requests.length);
    }

    private int keptBack() {
        return requests.length / callers / KEPT_BACK;
    }

    byte[] request(int number) {
        return isCreation() ? creation.get() : requests[number];
    }

    void forgetAnswers() {
        checksums = new AtomicIntegerArray(requests.length);
    }

    /** Whether the answer to this request is the same as before, or the first one. */
    boolean isSameAnswer(int number, int checksum) {
        return checksums.compareAndSet(number, 0, checksum) || checksums.get(number) == checksum;
    }
}
