package nl.doorlichting.gateway.reportcache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.gateway.responses.ComputedBody;
import nl.doorlichting.gateway.responses.Gzip;
import nl.doorlichting.gateway.responses.Recomputation;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.responses.IfNoneMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;

/**
 * A complete report as it was sent, or the answer of one service that it is made from, and the revisions from before it was
 * made. It is right while they are the current ones.
 */
final class CachedReport {
    private static final int BYTES_OF_QUESTION = 700;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int MOST_UNUSED = 2;

    // Null where the answer has none.
    private final String etag;
    private final Map<String, String> headers;
    private final Revisions revisions;
    private final boolean hasLanguage;
    private final boolean isCompressed;
    // Null where it is not kept.
    private final Buffer kept;
    private final Recomputation recomputation;
    private final int unusedBefore;
    private volatile boolean isUsed;

    /**
     * From what a report is made.
     *
     * @param ofServices build and revisions of data sets of each service
     * @param ofOthers all of them without the data set of which only a part matters
     * @param ofPart revision of that part; null where there is none, or where it is not known
     */
    record Revisions(List<List<String>> ofServices, List<String> ofOthers, String ofPart) {
        /** Those of one service, by its place. */
        Revisions ofService(int place) {
            return new Revisions(List.of(ofServices.get(place)), List.of(), null);
        }

        Revisions withPart(String revision) {
            return new Revisions(ofServices, ofOthers, revision);
        }
    }

    CachedReport(ComputedBody body, Revisions revisions, boolean hasLanguage) {
        this(
                body.etag(),
                body.headers(),
                revisions,
                hasLanguage,
                false,
                Buffer.buffer(body.bytes()),
                body.recomputation(),
                0);
    }

    /** The answer of a service, made from its revisions alone. */
    static CachedReport ofService(byte[] body, Revisions ofService) {
        return new CachedReport(new ComputedBody(body, "", Map.of(), null), ofService, false);
    }

    private CachedReport(
            String etag,
            Map<String, String> headers,
            Revisions revisions,
            boolean hasLanguage,
            boolean isCompressed,
            Buffer kept,
            Recomputation recomputation,
            int unusedBefore) {
        this.etag = etag;
        this.headers = headers;
        this.revisions = revisions;
        this.hasLanguage = hasLanguage;
        this.isCompressed = isCompressed;
        this.kept = kept;
        this.recomputation = recomputation;
        this.unusedBefore = unusedBefore;
    }

    boolean isWorthCompressing() {
        return kept != null && !isCompressed && kept.length() >= Gzip.LEAST_BYTES;
    }

    /** The same in less memory: a tenth, where it is long. */
    CachedReport compressed() {
        var bytes = Buffer.buffer(Gzip.compress(kept.getBytes()));
        var compressed =
                new CachedReport(etag, headers, revisions, hasLanguage, true, bytes, recomputation, unusedBefore);
        compressed.isUsed = isUsed;
        return compressed;
    }

    /** It answers something else than what it was made for. */
    void use() {
        isUsed = true;
    }

    boolean isUsed() {
        return isUsed;
    }

    /** Whether it is kept, and right at these revisions. */
    boolean isOf(Revisions current) {
        return kept != null && isFrom(current);
    }

    private boolean isFrom(Revisions some) {
        return revisions.ofServices().equals(some.ofServices());
    }

    /** Whether it is old, though nothing changed at the service of this place. */
    boolean isOldByOthersThan(int place, Revisions current) {
        return !isFrom(current)
                && revisions.ofServices().get(place).equals(current.ofServices().get(place));
    }

    /** Whether all that changed is of other things. */
    boolean isOfPartOf(Revisions current) {
        return kept != null
                && revisions.ofPart() != null
                && revisions.ofPart().equals(current.ofPart())
                && revisions.ofOthers().equals(current.ofOthers());
    }

    /** The same, that was found to be right at these revisions. */
    CachedReport at(Revisions current) {
        return new CachedReport(etag, headers, current, hasLanguage, isCompressed, kept, recomputation, 0);
    }

    /** How it is made again once it is old; empty where only the operation can. */
    Optional<Recomputation> recomputation() {
        return Optional.ofNullable(recomputation);
    }

    /**
     * What is kept in the place of this one: the report, unless two in turn became old without being used. Then so may the next
     * one, and its body is not kept until it is wanted again from the same revisions.
     */
    CachedReport nextKept(CachedReport made) {
        if (isUsed || made.isUsed || isFrom(made.revisions)) {
            return made;
        }
        var unused = unusedBefore + 1;
        return new CachedReport(
                made.etag,
                made.headers,
                made.revisions,
                made.hasLanguage,
                made.isCompressed,
                unused < MOST_UNUSED ? made.kept : null,
                made.recomputation,
                unused);
    }

    /** About how much memory it takes. */
    int bytes() {
        return (kept == null ? 0 : kept.length()) + (recomputation == null ? 0 : BYTES_OF_QUESTION);
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
        var response = request.response();
        if (etag != null) {
            response.putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
            if (IfNoneMatch.names(request.request(), etag)) {
                response.setStatusCode(304).end();
                return;
            }
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        headers.forEach(response::putHeader);
        if (isCompressedFor(request)) {
            if (etag != null) {
                response.putHeader(HttpHeaders.ETAG, Gzip.WEAK + etag);
            }
            response.putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.NAME).end(kept);
            return;
        }
        response.end(plain());
    }

    /** The body. */
    Buffer plain() {
        return isCompressed ? Gzip.decompress(kept.getBytes()) : kept;
    }

    // Otherwise the server would compress the same bytes for every client.
    private boolean isCompressedFor(RoutingContext request) {
        return isCompressed
                && !headers.containsKey(HttpHeaders.CONTENT_DISPOSITION.toString())
                && request.request().version() != HttpVersion.HTTP_1_0
                && Gzip.isAcceptedBy(request.request());
    }
}
