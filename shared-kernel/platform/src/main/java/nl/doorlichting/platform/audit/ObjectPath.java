package nl.doorlichting.platform.audit;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.doorlichting.platform.json.ScalarFormats;

/**
 * The path of an object in the audit trail. Every object has one path, in one spelling, so that a search
 * finds all lines.
 */
final class ObjectPath {
    private ObjectPath() {}

    /** The path with each part as the service read it. */
    static String of(String written) {
        return of(written, part -> part);
    }

    /** The same, with a replacement for each part. */
    static String of(String written, UnaryOperator<String> kept) {
        return Arrays.stream(written.split("/"))
                .map(ObjectPath::understood)
                .map(kept)
                .collect(joining("/"));
    }

    /** The path with a dash for each id. */
    static String withoutIds(String path) {
        return of(path, part -> ScalarFormats.isUuid(part) ? "-" : part);
    }

    private static String understood(String part) {
        var named = part.split(";", 2)[0];
        var text = URLDecoder.decode(named.replace("+", "%2B"), StandardCharsets.UTF_8);
        return ScalarFormats.isUuid(text) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
