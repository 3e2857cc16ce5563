package nl.doorlichting.gateway.reportcache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.texts.Language;

/**
 * Everything that a report, or an answer that it is made from, depends on beside recorded data. Reports have links that
 * depend on the rights of the caller.
 * Staff see the rows of everybody; any other caller sees those of its organisation and its own.
 *
 * @param query with its parameters in one order, unless the answer repeats it
 * @param rights those that the answer depends on, or the roles
 * @param subject empty for staff
 * @param accept the media types that the client wants; another value can be refused
 * @param days the days on which the answer is made, see {@link CurrentDays}
 */
record ReportCacheKey(
        String path,
        String query,
        String rights,
        String organisation,
        String subject,
        Language language,
        String accept,
        String days) {
    private static final int FIXED_BYTES = 500;

    static ReportCacheKey of(HttpServerRequest request, CachedOperation operation, Caller caller, String days) {
        return new ReportCacheKey(
                request.path(),
                operation.isForwarded() ? stated(request.query()) : sorted(stated(request.query())),
                operation.rightsOf(caller),
                caller.organisation(),
                caller.isStaff() ? "" : caller.subject(),
                Language.of(request),
                String.join(",", request.headers().getAll(HttpHeaders.ACCEPT)),
                days);
    }

    /** Of the answer of a service that the report is made from. Services are not told what the client accepts. */
    ReportCacheKey ofCall(CachedOperation operation, ServiceCall call) {
        return new ReportCacheKey(
                operation + " " + call.service() + " " + call.path(),
                call.query(),
                rights,
                organisation,
                subject,
                language,
                "",
                days);
    }

    /** About how much memory it takes. */
    int bytes() {
        return 2 * (path.length() + query.length() + accept.length()) + FIXED_BYTES;
    }

    private static String stated(String query) {
        return query == null ? "" : query;
    }

    private static String sorted(String query) {
        if (query.indexOf('&') < 0) {
            return query;
        }
        var parameters = query.split("&", -1);
        Arrays.sort(parameters);
        return String.join("&", parameters);
    }
}
