package nl.doorlichting.platform.metrics;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/**
 * The path template under which a request is counted and traced. The framework stores it in the context of the
 * request, and sets it when a resource is found.
 */
public final class PathTemplateTag {
    /** For every request that matched nothing, so that invented paths make one series only. */
    public static final String UNMATCHED = "/unmatched";

    /** The key of the framework, for metrics and traces. */
    static final String TEMPLATE = "UrlPathTemplate";

    private PathTemplateTag() {}

    /** Counts and traces the request as this template, such as {@code /v1/projects/{id}}. */
    public static void is(RoutingContext request, String template) {
        ((HttpServerRequestInternal) request.request()).context().putLocal(TEMPLATE, template);
    }

    /** The template of the request. A log names only this, because the path itself may contain a name. */
    public static String of(HttpServerRequest request) {
        var template = ((HttpServerRequestInternal) request).context().<String>getLocal(TEMPLATE);
        return Objects.requireNonNullElse(template, UNMATCHED);
    }
}
