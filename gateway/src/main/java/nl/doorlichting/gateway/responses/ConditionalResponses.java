package nl.doorlichting.gateway.responses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.responses.EntityTag;
import nl.doorlichting.platform.responses.IfNoneMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;
import org.jboss.resteasy.reactive.RestResponse;

/** Responses that are computed and not stored. Their ETag is a digest of their body. */
@ApplicationScoped
public class ConditionalResponses {
    private final ObjectMapper mapper;
    private final RoutingContext request;

    public ConditionalResponses(ObjectMapper mapper, RoutingContext request) {
        this.mapper = mapper;
        this.request = request;
    }

    /** 200 with a strong ETag, or 304 when the caller has this body. A cache revalidates it at every use. */
    public RestResponse<byte[]> revalidated(Object body) {
        return revalidated(json(body));
    }

    /** The same for a body that can be made again, whatever else a request for it would go through. */
    public RestResponse<byte[]> revalidated(Object body, Recomputation recomputation) {
        return revalidated(new ComputedBody(json(body), recomputation));
    }

    /** The body of the answer to this request, made again; empty where only the operation can answer. */
    public Uni<Optional<ComputedBody>> recomputed(RoutingContext asked, Recomputation recomputation) {
        return recomputation
                .body(asked)
                .map(made -> made.map(body -> {
                    var computed = new ComputedBody(json(asked, body), recomputation);
                    computed.keep(asked);
                    return computed;
                }));
    }

    /** The same for a body that is JSON already. */
    public RestResponse<byte[]> revalidated(byte[] body) {
        return revalidated(new ComputedBody(body, Map.of()));
    }

    /** The same for a body that stays the same, compressed for a client that accepts gzip. */
    public RestResponse<byte[]> revalidated(FixedBody body) {
        var known = IfNoneMatch.names(request.request(), body.etag());
        if (known || !Gzip.isAcceptedBy(request.request())) {
            return revalidation(body.etag(), body.plain()).build();
        }
        return RestResponse.ResponseBuilder.ok(body.compressed())
                .header(HttpHeaders.CONTENT_ENCODING.toString(), Gzip.NAME)
                .header(HttpHeaders.ETAG.toString(), Gzip.WEAK + body.etag())
                .header(HttpHeaders.CACHE_CONTROL.toString(), Responses.REVALIDATE)
                .build();
    }

    /** The same for a table, which a browser stores as this file. */
    public RestResponse<byte[]> revalidated(byte[] table, String fileName) {
        return revalidated(new ComputedBody(table, ofFile(fileName)));
    }

    private RestResponse<byte[]> revalidated(ComputedBody body) {
        body.keep(request);
        return with(body.headers(), revalidation(body.etag(), body.bytes()));
    }

    private static Map<String, String> ofFile(String name) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE.toString(),
                CsvTable.MEDIA_TYPE + ";charset=UTF-8;header=present",
                HttpHeaders.CONTENT_DISPOSITION.toString(),
                "attachment; filename=\"" + name + "\"");
    }

    private static RestResponse<byte[]> with(Map<String, String> headers, RestResponse.ResponseBuilder<byte[]> answer) {
        headers.forEach(answer::header);
        return answer.build();
    }

    /** The same for a body that is made only for a caller that has not got it. What it changes with has the ETag. */
    public <T> Uni<RestResponse<byte[]>> revalidated(Uni<?> version, Supplier<Uni<T>> body) {
        return version.chain(known -> {
            var etag = EntityTag.of(json(known));
            return IfNoneMatch.names(request.request(), etag)
                    ? Uni.createFrom().item(revalidation(etag, null).build())
                    : body.get().map(made -> revalidation(etag, json(made)).build());
        });
    }

    private RestResponse.ResponseBuilder<byte[]> revalidation(String etag, byte[] body) {
        var answer = IfNoneMatch.names(request.request(), etag)
                ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(body);
        return answer.header(HttpHeaders.ETAG.toString(), etag)
                .header(HttpHeaders.CACHE_CONTROL.toString(), Responses.REVALIDATE);
    }

    /** 200 that no cache may store. */
    public RestResponse<byte[]> notStored(Object body) {
        return unstored(json(body)).build();
    }

    /** A page that no cache may store. */
    public RestResponse<byte[]> notStoredPage(RestResponse.Status status, byte[] body) {
        return unstored(body).status(status).build();
    }

    /** The same for a table, which a browser stores as this file. */
    public RestResponse<byte[]> notStored(byte[] table, String fileName) {
        return with(ofFile(fileName), unstored(table));
    }

    private static RestResponse.ResponseBuilder<byte[]> unstored(byte[] body) {
        return RestResponse.ResponseBuilder.ok(body).header(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
    }

    private byte[] json(Object body) {
        return json(request, body);
    }

    private byte[] json(RoutingContext asked, Object body) {
        try {
            return RequestLanguage.of(asked, mapper.writer()).writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
