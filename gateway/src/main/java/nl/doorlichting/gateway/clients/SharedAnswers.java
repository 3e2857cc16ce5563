package nl.doorlichting.gateway.clients;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers that the parts of one response share. The review page shows findings, claims and pictures, which ask the services
 * many questions in common; each is sent once, and all parts are of the same answer. Other requests do not share, so that a
 * question ends with the part that asked it.
 */
@ApplicationScoped
public class SharedAnswers {
    private static final String KEY = SharedAnswers.class.getName();

    private final RoutingContext request;

    SharedAnswers(RoutingContext request) {
        this.request = request;
    }

    /** From here on this request asks each question once. */
    public void share() {
        request.put(KEY, new ConcurrentHashMap<>());
    }

    /** The answer to this question, which another part may have asked before. */
    @SuppressWarnings("unchecked")
    public <T> Uni<T> once(Object question, Supplier<Uni<T>> call) {
        Map<Object, Uni<?>> asked = request.get(KEY);
        return asked == null
                ? call.get()
                : (Uni<T>) asked.computeIfAbsent(
                        question, first -> call.get().memoize().indefinitely());
    }
}
