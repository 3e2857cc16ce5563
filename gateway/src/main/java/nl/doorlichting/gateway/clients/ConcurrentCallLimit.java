package nl.doorlichting.gateway.clients;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import nl.doorlichting.gateway.contract.Service;

/**
 * How many calls of one request are at a service at once. A page or a report can ask dozens of questions; all of them together
 * would take every place of a service that has just started, and others would be refused. The rest wait for their turn, in order.
 */
final class ConcurrentCallLimit {
    /** Of the 24 that a service works on at once. */
    static final int MOST = 16;

    private static final String KEY = ConcurrentCallLimit.class.getName();

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free = MOST;

    /** Those of this request to this service. */
    static ConcurrentCallLimit of(RoutingContext request, Service service) {
        Map<Service, ConcurrentCallLimit> all = request.get(KEY);
        if (all == null) {
            all = new EnumMap<>(Service.class);
            request.put(KEY, all);
        }
        synchronized (all) {
            return all.computeIfAbsent(service, first -> new ConcurrentCallLimit());
        }
    }

    private record Turn(UniEmitter<? super Void> emitter) {
        void begin() {
            emitter.complete(null);
        }
    }

    /** The call, as soon as it is its turn. */
    <T> Uni<T> inTurn(Uni<T> call) {
        return Uni.createFrom()
                .<Void>emitter(this::take)
                .chain(() -> call.onTermination().invoke(this::leave));
    }

    private void take(UniEmitter<? super Void> emitter) {
        var turn = new Turn(emitter);
        // One that leaves while it waits has no turn to give on.
        emitter.onTermination(() -> {
            synchronized (waiting) {
                waiting.remove(turn);
            }
        });
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
        }
        turn.begin();
    }

    private void leave() {
        Turn next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.begin();
    }
}
