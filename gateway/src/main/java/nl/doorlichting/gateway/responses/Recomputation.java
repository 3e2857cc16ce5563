package nl.doorlichting.gateway.responses;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * How the body of an answer is made again, after a write, for a request that asks the same and whose caller has the same rights.
 * The question needs no second check: it was answered once, and nothing that questions can name is ever deleted.
 */
public interface Recomputation {
    /** The body as of now, whole; empty where only the operation itself can answer. */
    Uni<? extends Optional<?>> body(RoutingContext request);
}
