package nl.doorlichting.platform.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/** The tags of request metrics. All values are known in advance, so that no client can make new series. */
@Singleton
class RequestTags implements HttpServerMetricsTagsContributor {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "OTHER";

    @Override
    public Tags contribute(Context request) {
        String template = request.requestContextLocalData(PathTemplateTag.TEMPLATE);
        var method = request.request().method().name();
        return Tags.of(
                "uri", template == null ? PathTemplateTag.UNMATCHED : template,
                "method", METHODS.contains(method) ? method : OTHER);
    }

    static boolean isKnown(String method) {
        return METHODS.contains(method) || OTHER.equals(method);
    }
}
