package nl.doorlichting.gateway.responses;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/** The compression that the gateway offers (RFC 9110, 8.4.1.3). */
public final class Gzip {
    /** Begins a weak ETag: compressed bytes are others than those that a strong one is about (RFC 9110, 8.8.1). */
    public static final String WEAK = "W/";

    static final String NAME = "gzip";

    private Gzip() {}

    // In lower case, as the server does.
    public static boolean isAcceptedBy(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals(NAME) || coding.startsWith(NAME + ";q=") && !coding.matches(".*q=0(\\.0*)?"));
    }
}
