package nl.doorlichting.kernel.web;

import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/** Every answer names the full version of the contract (NL GOV /core/version-header). */
class ApiVersionHeader {
    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    void register(@Observes @Priority(1) Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(context -> {
            context.response().putHeader(ApiVersion.HEADER, ApiVersion.CURRENT);
            context.next();
        });
    }
}
