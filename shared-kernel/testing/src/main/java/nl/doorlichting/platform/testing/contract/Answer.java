package nl.doorlichting.platform.testing.contract;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP answer, with the request that it answers.
 *
 * @param method of the request
 * @param path of the request, encoded, without query
 * @param headers of the answer; names in any case
 */
public record Answer(String method, String path, int status, Map<String, List<String>> headers, byte[] body) {

    public Answer {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The answer of a {@code java.net.http} client; its body may be text or bytes. */
    public static Answer of(HttpResponse<?> response) {
        byte[] body = response.body() instanceof byte[] bytes
                ? bytes
                : String.valueOf(response.body()).getBytes(StandardCharsets.UTF_8);
        return new Answer(
                response.request().method(),
                response.request().uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                body);
    }

    public boolean hasHeader(String name) {
        return headers.containsKey(name);
    }

    /** The media type without its parameters, or empty. */
    public String mediaType() {
        if (!hasHeader("Content-Type")) {
            return "";
        }
        return headers.get("Content-Type").get(0).split(";")[0].strip().toLowerCase(Locale.ROOT);
    }
}
