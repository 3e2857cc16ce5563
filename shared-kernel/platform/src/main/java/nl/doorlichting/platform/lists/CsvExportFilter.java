package nl.doorlichting.platform.lists;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.problems.PathOperations;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Serves the export of every list that has one: reads the list as usual, with its access rule and its filters, and
 * writes it as a table.
 */
class CsvExportFilter {
    private static final String REQUESTED = CsvExportFilter.class.getName();
    private static final MediaType TABLE = MediaType.valueOf(CsvTable.MEDIA_TYPE);
    private static final MediaType DECLARED = MediaType.valueOf(CsvTable.MEDIA_TYPE + ";charset=UTF-8;header=present");
    // What a URI may not have, but what a client may send all the same. The server rejects a % without two digits.
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]");

    private final PathOperations operations;
    private final RoutingContext context;

    CsvExportFilter(PathOperations operations, RoutingContext context) {
        this.operations = operations;
        this.context = context;
    }

    // After the check that Accept can be read.
    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 1)
    void toList(ContainerRequestContext request) {
        var method = context.request().method();
        if (method == HttpMethod.OPTIONS || !operations.isCsvExport()) {
            return;
        }
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            // The template of a record may match the path, but no record has this name.
            throw new NotAllowedException(HttpMethod.GET.name());
        }
        if (request.getAcceptableMediaTypes().stream().noneMatch(TABLE::isCompatible)) {
            throw new NotAcceptableException();
        }
        context.put(REQUESTED, true);
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        request.setRequestUri(list());
    }

    private URI list() {
        var path = context.request().path();
        var query = context.request().query();
        var list = path.substring(0, path.length() - CsvExport.PATH.length()) + (query == null ? "" : "?" + query);
        return URI.create(
                ILLEGAL.matcher(list).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8)));
    }

    @ServerResponseFilter
    void toTable(ContainerResponseContext response) {
        if (context.get(REQUESTED) == null) {
            return;
        }
        PathTemplateTag.is(context, PathTemplateTag.of(context.request()) + CsvExport.PATH);
        var list = response.getEntity() instanceof PageSince<?> since ? since.page() : response.getEntity();
        if (list instanceof Page<?> page) {
            response.setEntity(page, response.getEntityAnnotations(), DECLARED);
            response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"");
        }
    }

    private String fileName() {
        var path = context.request().path();
        var list = path.substring(0, path.length() - CsvExport.PATH.length());
        return list.substring(list.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9-]", "") + ".csv";
    }
}
