package nl.doorlichting.platform.metrics;

import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/** Tags every request as unmatched until a resource is found, also a request that ends before. */
class UnmatchedRequests {
    static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    void register(@Observes @Priority(1) Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(request -> {
            PathTemplateTag.is(request, PathTemplateTag.UNMATCHED);
            request.next();
        });
    }
}
