package nl.doorlichting.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsAtOnceTest {
    private final CallsAtOnce calls = new CallsAtOnce();
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
        calls(CallsAtOnce.MOST + 3);
        assertEquals(CallsAtOnce.MOST, begun.size());
        begun.get(0).complete("a");
        begun.get(1).fail(new IllegalStateException("no answer"));
        assertEquals(CallsAtOnce.MOST + 2, begun.size());
        for (var i = 2; i < begun.size(); i++) {
            begun.get(i).complete("b");
        }
        assertEquals(CallsAtOnce.MOST + 3, begun.size());
        assertEquals(CallsAtOnce.MOST + 2, answered.size());
        // All places are free again.
        begun.clear();
        calls(CallsAtOnce.MOST);
        assertEquals(CallsAtOnce.MOST, begun.size());
    }

    @Test
    void oneThatLeavesTakesNoPlaceAndGivesItsOwnBack() {
        var all = calls(CallsAtOnce.MOST + 3);
        all.get(CallsAtOnce.MOST).cancel();
        assertEquals(CallsAtOnce.MOST, begun.size(), "it waited");
        all.get(0).cancel();
        assertEquals(CallsAtOnce.MOST + 1, begun.size(), "it was under way");
        begun.get(1).complete("a");
        assertEquals(CallsAtOnce.MOST + 2, begun.size());
        begun.get(2).complete("b");
        assertEquals(CallsAtOnce.MOST + 2, begun.size(), "nobody waits");
    }

    @Test
    void oneThatFailsAtOnceGivesItsPlaceBack() {
        IntStream.range(0, 10 * CallsAtOnce.MOST)
                .forEach(call -> calls.inTurn(Uni.createFrom().failure(new IllegalStateException("not asked")))
                        .subscribe()
                        .with(answer -> {}, failure -> {}));
        calls(CallsAtOnce.MOST);
        assertEquals(CallsAtOnce.MOST, begun.size());
    }
}
