package nl.doorlichting.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentCallLimitTest {
    private final ConcurrentCallLimit calls = new ConcurrentCallLimit();
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();

    private Cancellable call() {
        return calls.inTurn(Uni.createFrom().<String>emitter(begun::add))
                .subscribe()
                .with(answered::add, failure -> {});
    }

    private List<Cancellable> calls(int number) {
        return IntStream.range(0, number).mapToObj(call -> call()).toList();
    }

    @Test
    void beginsOneForEachThatEnds() {
        calls(ConcurrentCallLimit.MOST + 3);
        assertEquals(ConcurrentCallLimit.MOST, begun.size());
        begun.get(0).complete("a");
        begun.get(1).fail(new IllegalStateException("no answer"));
        assertEquals(ConcurrentCallLimit.MOST + 2, begun.size());
        for (var i = 2; i < begun.size(); i++) {
            begun.get(i).complete("b");
        }
        assertEquals(ConcurrentCallLimit.MOST + 3, begun.size());
        assertEquals(ConcurrentCallLimit.MOST + 2, answered.size());
        // All places are free again.
        begun.clear();
        calls(ConcurrentCallLimit.MOST);
        assertEquals(ConcurrentCallLimit.MOST, begun.size());
    }

    @Test
    void oneThatLeavesTakesNoPlaceAndGivesItsOwnBack() {
        var all = calls(ConcurrentCallLimit.MOST + 3);
        all.get(ConcurrentCallLimit.MOST).cancel();
        assertEquals(ConcurrentCallLimit.MOST, begun.size(), "it waited");
        all.get(0).cancel();
        assertEquals(ConcurrentCallLimit.MOST + 1, begun.size(), "it was under way");
        begun.get(1).complete("a");
        assertEquals(ConcurrentCallLimit.MOST + 2, begun.size());
        begun.get(2).complete("b");
        assertEquals(ConcurrentCallLimit.MOST + 2, begun.size(), "nobody waits");
    }

    @Test
    void oneThatFailsAtOnceGivesItsPlaceBack() {
        IntStream.range(0, 10 * ConcurrentCallLimit.MOST)
                .forEach(call -> calls.inTurn(Uni.createFrom().failure(new IllegalStateException("not asked")))
                        .subscribe()
                        .with(answer -> {}, failure -> {}));
        calls(ConcurrentCallLimit.MOST);
        assertEquals(ConcurrentCallLimit.MOST, begun.size());
    }
}
