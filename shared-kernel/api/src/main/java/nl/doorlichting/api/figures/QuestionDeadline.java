package nl.doorlichting.api.figures;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a question that needs more time than its caller waits, before it costs anything. A write is none. */
class QuestionDeadline {
    private final RoutingContext request;

    QuestionDeadline(RoutingContext request) {
        this.request = request;
    }

    @ServerRequestFilter
    void check() {
        var method = request.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return;
        }
        var cost = CostClass.of(request);
        if (cost == CostClass.WIDE
                && CostClass.asksPlacesWithOthers(
                        request.request().path(), request.request().query())) {
            RequestDeadline.explain(request, Text.of("figures.places-with-others"));
        }
        RequestDeadline.require(request, cost.least(), cost.most());
    }
}
