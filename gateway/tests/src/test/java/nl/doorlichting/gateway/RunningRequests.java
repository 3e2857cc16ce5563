package nl.doorlichting.gateway;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Requests that have begun and whose end is not yet reported. */
@Singleton
class RunningRequests {
    private static final int FIRST = 1_000;

    private final Collection<String> running = new ConcurrentLinkedQueue<>();

    void register(@Observes Filters filters) {
        filters.register(this::count, FIRST);
    }

    private void count(RoutingContext context) {
        var request = context.request().method() + " " + context.request().uri();
        running.add(request);
        context.addEndHandler(ended -> running.remove(request));
        context.next();
    }

    List<String> list() {
        return List.copyOf(running);
    }
}
