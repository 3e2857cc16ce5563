package nl.doorlichting.platform.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tags of request metrics. All values are known in advance, so that no client can make new series. Refused requests (4xx)
 * are counted together: who asks every operation without a right to any of them would make a series for each operation
 * and status.
 */
@Singleton
class RequestTags implements HttpServerMetricsTagsContributor {
    static final String REFUSED = "/refused";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "OTHER";

    @Override
    public Tags contribute(Context request) {
        return Tags.of(
                "uri", uri(request),
                "method", known(request.request().method().name()));
    }

    private static String uri(Context request) {
        if (request.response().statusCode() / 100 == 4) {
            return REFUSED;
        }
        String template = request.requestContextLocalData(PathTemplateTag.TEMPLATE);
        return template == null ? PathTemplateTag.UNMATCHED : template;
    }

    /** The method, or one name for all that no operation has. */
    static String known(String method) {
        return METHODS.contains(method) ? method : OTHER;
    }

    static Stream<String> methods() {
        return Stream.concat(METHODS.stream(), Stream.of(OTHER));
    }

    static boolean isKnown(String method) {
        return METHODS.contains(method) || OTHER.equals(method);
    }
}
