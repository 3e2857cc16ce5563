package nl.doorlichting.platform.testing.http;

import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import nl.doorlichting.platform.testing.contract.Answer;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/**
 * rest-assured, with a short way for the requests and checks that nearly all tests make: rest-assured is written in Groovy,
 * opens a connection for each request and takes several milliseconds of a processor, more than most answers do. Whatever is
 * out of the ordinary goes to rest-assured itself, and so does a check that does not pass: only rest-assured fails a test.
 * The time of an everyday request is that in which the process ran.
 */
public final class Requests {
    private static final int CONNECTIONS = 200;
    // An application that ends closes its connections, and the next one takes longer than this to start.
    private static final int EXAMINED_AFTER_MILLIS = 250;
    // The application closes a connection after 30 s without a request, perhaps while the next one is on its way.
    private static final int KEPT_MILLIS = 20_000;
    private static final CloseableHttpClient CLIENT = client();

    private Requests() {}

    /** As {@code RestAssured.given()}. */
    public static RequestSpecification given() {
        return new EverydayRequest().specification();
    }

    /** As the server sent it, with the body unpacked. */
    static Answer send(HttpUriRequest request) throws IOException {
        try (CloseableHttpResponse response = CLIENT.execute(request)) {
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (var header : response.getAllHeaders()) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(header.getValue());
            }
            return new Answer(
                    request.getMethod(),
                    request.getURI().getRawPath(),
                    response.getStatusLine().getStatusCode(),
                    headers,
                    unpacked(body, headers.getOrDefault("Content-Encoding", List.of())));
        }
    }

    private static byte[] unpacked(byte[] body, List<String> encodings) throws IOException {
        if (body.length == 0 || encodings.isEmpty()) {
            return body;
        }
        String encoding = String.join(",", encodings).toLowerCase(Locale.ROOT);
        if (!encoding.equals("gzip")) {
            throw new IOException("unexpected encoding " + encoding);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readAllBytes();
        }
    }

    // Not closed: it serves all tests, and the JVM ends with them.
    private static CloseableHttpClient client() {
        var connections = new PoolingHttpClientConnectionManager();
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        connections.setValidateAfterInactivity(EXAMINED_AFTER_MILLIS);
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setKeepAliveStrategy((response, context) -> KEPT_MILLIS)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
