package nl.doorlichting.gateway.review;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads from the address with a slash at its end, which people type, to the page. An address of the API has none. */
@ApplicationScoped
class ReviewAddress {
    private static final int BEFORE_AUTHENTICATION = -1_000;
    private static final int PERMANENT_REDIRECT = 308;

    void register(@Observes Router router) {
        router.get("/review/").order(BEFORE_AUTHENTICATION).handler(ReviewAddress::redirect);
    }

    private static void redirect(RoutingContext request) {
        var query = request.request().query();
        request.response()
                .setStatusCode(PERMANENT_REDIRECT)
                .putHeader(HttpHeaders.LOCATION, query == null ? "../review" : "../review?" + query)
                .end();
    }
}
