package nl.doorlichting.gateway;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests run, as far as who listens for their end can know. */
@Singleton
class RunningRequests {
    private static final int FIRST = 1_000;

    private final AtomicInteger running = new AtomicInteger();

    void register(@Observes Filters filters) {
        filters.register(this::count, FIRST);
    }

    private void count(RoutingContext context) {
        running.incrementAndGet();
        context.addEndHandler(ended -> running.decrementAndGet());
        context.next();
    }

    boolean none() {
        return running.get() == 0;
    }
}
