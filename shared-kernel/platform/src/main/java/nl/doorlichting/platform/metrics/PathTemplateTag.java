package nl.doorlichting.platform.metrics;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/**
 * The name under which a request is counted and traced: the template of its path. The framework keeps it with the
 * request, and sets it itself when a resource is found.
 */
public final class PathTemplateTag {
    /** Of every request for which nothing was found, so that paths that anybody can invent make one series. */
    public static final String UNMATCHED = "/unmatched";

    /** The framework's key, for figures and traces alike. */
    static final String TEMPLATE = "UrlPathTemplate";

    private PathTemplateTag() {}

    /** Counts and traces the request as this template, such as {@code /v1/projects/{id}}. */
    public static void is(RoutingContext request, String template) {
        ((HttpServerRequestInternal) request.request()).context().putLocal(TEMPLATE, template);
    }

    /** As what the request is counted: all that a log may say of its path, in which a caller can have written a name. */
    public static String of(HttpServerRequest request) {
        var template = ((HttpServerRequestInternal) request).context().<String>getLocal(TEMPLATE);
        return Objects.requireNonNullElse(template, UNMATCHED);
    }
}
