package nl.doorlichting.platform.tracing;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id of one request through all services: the trace id of a W3C traceparent header, or a new one. */
public final class TraceId {
    /** Header that carries the id from service to service. */
    public static final String HEADER = "traceparent";

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceId() {}

    /** The 32 hexadecimal digits of the header, or new ones when it is absent or malformed. */
    public static String of(String traceparent) {
        if (traceparent == null) {
            return generate();
        }
        var matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? matcher.group(1) : generate();
    }

    /** A new id. */
    public static String generate() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A traceparent header with this id without a request to record. */
    public static String header(String traceId) {
        return "00-" + traceId + "-" + generate().substring(0, 16) + "-00";
    }
}
