package nl.doorlichting.platform.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescedCallTest {
    private final List<Promise<Integer>> calls = new ArrayList<>();
    private final CoalescedCall<Integer> coalesced = new CoalescedCall<>(() -> {
        calls.add(Promise.promise());
        return calls.get(calls.size() - 1).future();
    });

    @Test
    void givesLaterCallersTheResultOfTheNextCall() {
        var first = coalesced.join();
        var second = coalesced.join();
        var third = coalesced.join();
        assertEquals(1, calls.size());

        calls.get(0).complete(1);
        assertEquals(1, first.result());
        assertFalse(second.isComplete());

        var fourth = coalesced.join();
        assertEquals(2, calls.size());
        calls.get(1).complete(2);
        assertEquals(List.of(2, 2), List.of(second.result(), third.result()));
        calls.get(2).complete(3);
        assertEquals(3, fourth.result());
        assertEquals(3, calls.size());
    }

    @Test
    void sharesTheNextCallAlsoWithThoseThatComeInThePauseBeforeIt() {
        var pauses = new ArrayList<Promise<Void>>();
        var paused = new CoalescedCall<>(
                () -> {
                    calls.add(Promise.promise());
                    return calls.get(calls.size() - 1).future();
                },
                () -> {
                    pauses.add(Promise.promise());
                    return pauses.get(pauses.size() - 1).future();
                });
        var first = paused.join();
        assertEquals(0, paused.waiting());
        var second = paused.join();
        assertEquals(1, paused.waiting());
        calls.get(0).complete(1);
        assertEquals(1, first.result());
        var third = paused.join();
        assertEquals(2, paused.waiting());
        assertEquals(1, calls.size());

        pauses.get(0).complete();
        assertEquals(2, calls.size());
        calls.get(1).complete(2);
        assertEquals(List.of(2, 2), List.of(second.result(), third.result()));

        // Nobody waits, so the next one need not.
        paused.join();
        assertEquals(3, calls.size());
        assertEquals(1, pauses.size());
    }

    @Test
    void failsThoseThatWaitForTheCallAfterTheFailedOne() {
        var first = coalesced.join();
        var waiting = coalesced.join();
        calls.get(0).fail("away");
        assertTrue(first.failed());
        assertTrue(waiting.failed());

        var later = coalesced.join();
        calls.get(1).complete(2);
        assertEquals(2, later.result());
    }

    @Test
    void endsForItsCallersWhenItCannotBegin() {
        var broken = new CoalescedCall<Integer>(() -> {
            throw new IllegalStateException("full");
        });
        assertTrue(broken.join().failed());
        assertTrue(broken.join().failed());
    }

    @Test
    void runsOnWhenACallerLeavesInItsTurn() {
        coalesced.join().onComplete(result -> coalesced.join());
        calls.get(0).complete(1);
        calls.get(1).complete(2);
        var later = coalesced.join();
        calls.get(2).complete(3);
        assertEquals(3, later.result());
    }

    @Test
    void completesEveryCallerOnce() {
        var all = new ArrayList<Future<Integer>>();
        for (var i = 0; i < 100; i++) {
            all.add(coalesced.join());
        }
        calls.get(0).complete(1);
        calls.get(1).complete(2);
        assertEquals(2, calls.size());
        assertEquals(199, all.stream().mapToInt(Future::result).sum());
    }
}
