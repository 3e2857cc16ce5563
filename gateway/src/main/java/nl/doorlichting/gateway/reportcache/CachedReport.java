package nl.doorlichting.gateway.reportcache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import nl.doorlichting.gateway.responses.ComputedBody;
import nl.doorlichting.gateway.responses.Gzip;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.responses.IfNoneMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;

/** A complete report as it was sent, and the revisions from before it was made. It is right while they are the current ones. */
final class CachedReport {
    private static final String JSON = "application/json;charset=UTF-8";

    private final String etag;
    private final Map<String, String> headers;
    private final List<String> revisions;
    private final boolean hasLanguage;
    private final boolean isCompressed;
    // A tenth of what was sent, where that is long, so that ten times as many reports are kept.
    private final Buffer kept;

    CachedReport(ComputedBody body, List<String> revisions, boolean hasLanguage) {
        this.etag = body.etag();
        this.headers = body.headers();
        this.revisions = revisions;
        this.hasLanguage = hasLanguage;
        this.isCompressed = body.bytes().length >= Gzip.LEAST_BYTES;
        this.kept = Buffer.buffer(isCompressed ? Gzip.compress(body.bytes()) : body.bytes());
    }

    boolean isOf(List<String> current) {
        return revisions.equals(current);
    }

    /** About how much memory it takes. */
    int bytes() {
        return kept.length();
    }

    /**
     * Answers a request as the operation would: 304 for a client that has this body.
     *
     * @param template of the path, by which requests are counted
     */
    void send(RoutingContext request, String template) {
        PathTemplateTag.is(request, template);
        if (hasLanguage) {
            RequestLanguage.stated(request);
        }
        var response = request.response()
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
        if (IfNoneMatch.names(request.request(), etag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        headers.forEach(response::putHeader);
        if (isCompressedFor(request)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.NAME)
                    .putHeader(HttpHeaders.ETAG, Gzip.WEAK + etag)
                    .end(kept);
            return;
        }
        response.end(isCompressed ? Buffer.buffer(Gzip.decompress(kept.getBytes())) : kept);
    }

    // Otherwise the server would compress the same bytes for every client.
    private boolean isCompressedFor(RoutingContext request) {
        return isCompressed
                && !headers.containsKey(HttpHeaders.CONTENT_DISPOSITION.toString())
                && request.request().version() != HttpVersion.HTTP_1_0
                && Gzip.isAcceptedBy(request.request());
    }
}
