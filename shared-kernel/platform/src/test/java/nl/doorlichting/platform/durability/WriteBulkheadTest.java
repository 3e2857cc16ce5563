package nl.doorlichting.platform.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WriteBulkheadTest {
    private static final Text TOO_MANY = Text.of("writes.too-many");
    private static final Text WAIT = Text.of("writes.wait-for-standby");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean waiting;

    @AfterEach
    void endWrite() {
        end.countDown();
    }

    @Test
    void refusesWriteThatDoesNotGetItsTurn() throws Exception {
        var bulkhead = oneAtOnce(Duration.ofMillis(1));
        var first = write(bulkhead);
        begun.await();
        assertEquals(TOO_MANY, refusal(() -> bulkhead.run(() -> "second")));
        end.countDown();
        assertEquals("first", first.get());
        assertEquals("third", bulkhead.run(() -> "third"));
    }

    @Test
    void refusesWritesThatWaitForTheirTurnOnceCommitsWait() throws Exception {
        var bulkhead = oneAtOnce(LONG);
        var first = write(bulkhead);
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> refusal(() -> bulkhead.run(() -> "second")));
        waiting = true;
        assertEquals(WAIT, second.get());
        end.countDown();
        assertEquals("first", first.get());
        assertEquals(WAIT, refusal(() -> bulkhead.run(() -> "third")));
        waiting = false;
        assertEquals("fourth", bulkhead.run(() -> "fourth"));
    }

    @Test
    void passesOnTurnOfWriteThatFails() throws Exception {
        var bulkhead = oneAtOnce(Duration.ofMillis(1));
        assertThrows(
                IllegalStateException.class,
                () -> bulkhead.run(() -> {
                    throw new IllegalStateException();
                }));
        assertEquals("second", bulkhead.run(() -> "second"));
    }

    private WriteBulkhead oneAtOnce(Duration patience) {
        var commits = new CommitWatch(new SimpleMeterRegistry(), "", "", "", true) {
            @Override
            public boolean isWaiting() {
                return waiting;
            }
        };
        return new WriteBulkhead(commits, 1, patience);
    }

    private CompletableFuture<String> write(WriteBulkhead bulkhead) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return bulkhead.run(() -> {
                    begun.countDown();
                    end.await();
                    return "first";
                });
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static Text refusal(Executable write) {
        return assertThrows(ProblemException.class, write).detail();
    }
}
