package nl.doorlichting.api.figures;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.CsvExport;

/**
 * How much work it is to answer a read, and so how long its answer may take. The gateway waits no longer, and a service
 * refuses a question for which its caller waits less than it needs. Source: docs/design/contract.md#deadlines.
 */
public enum CostClass {
    /** From sums or by an index. */
    EVERYDAY(Duration.ZERO, Duration.ofSeconds(2)),
    /** From records: an earlier state, whole tables, rows by three dimensions. */
    WIDE(EVERYDAY.most, Duration.ofSeconds(12));

    static final int EVERYDAY_DIMENSIONS = 2;

    private final Duration least;
    private final Duration most;

    CostClass(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    /** The class of what a request asks for. */
    public static CostClass of(HttpServerRequest request) {
        return request.path().endsWith(CsvExport.PATH)
                        || Stream.ofNullable(request.query())
                                .flatMap(query -> Stream.of(query.split("&")))
                                .anyMatch(CostClass::isWide)
                ? WIDE
                : EVERYDAY;
    }

    private static boolean isWide(String parameter) {
        return parameter.startsWith("asOf=")
                || parameter.startsWith("by=")
                        && parameter.toUpperCase(Locale.ROOT).split(",|%2C").length > EVERYDAY_DIMENSIONS;
    }

    /** What a caller has to wait at least, or the question is not begun: an everyday answer may take as long. */
    public Duration least() {
        return least;
    }

    /** From the arrival of the request at the gateway to the head of the answer. */
    public Duration most() {
        return most;
    }
}
