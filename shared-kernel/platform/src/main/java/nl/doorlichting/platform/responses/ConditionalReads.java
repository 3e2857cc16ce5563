package nl.doorlichting.platform.responses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a read with 304 and without a body if the client has the answer already (RFC 9110, 13.1.2). Public answers in
 * JSON have an ETag for that, made of their body, so that no client reads a codelist twice.
 */
class ConditionalReads {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final List<String> OF_BODY =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_DISPOSITION);

    private final ObjectMapper mapper;
    private final RoutingContext context;

    ConditionalReads(ObjectMapper mapper, RoutingContext context) {
        this.mapper = mapper;
        this.context = context;
    }

    @ServerResponseFilter
    void answer(ContainerResponseContext response, ResourceInfo resource) throws JsonProcessingException {
        if (response.getStatus() != Response.Status.OK.getStatusCode()
                || !READS.contains(context.request().method())) {
            return;
        }
        var etag = etag(response, resource);
        if (etag == null) {
            return;
        }
        if (IfNoneMatch.names(context.request(), etag)) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
            // These are about a body.
            OF_BODY.forEach(response.getHeaders()::remove);
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
    }

    private String etag(ContainerResponseContext response, ResourceInfo resource) throws JsonProcessingException {
        var version = response.getHeaderString(HttpHeaders.ETAG);
        if (version == null && isPublicJson(response, resource)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
            return EntityTag.of(mapper.writeValueAsBytes(response.getEntity()));
        }
        var changing =
                version != null && response.getEntity() instanceof HasEtag shown ? shown.changingWithinVersion() : null;
        return changing == null ? version : EntityTag.of(version, mapper.writeValueAsBytes(changing));
    }

    private static boolean isPublicJson(ContainerResponseContext response, ResourceInfo resource) {
        var operation = resource.getResourceMethod();
        var allowed = operation == null ? null : operation.getAnnotation(Allowed.class);
        return allowed != null
                && AccessRule.named(allowed.value()).isPublic()
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                // An answer that is incomplete is not stored.
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
    }
}
