package nl.doorlichting.platform.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WriteBulkheadTest {
    private static final Text TOO_MANY = Text.of("writes.too-many");
    private static final Text WAIT = Text.of("writes.wait-for-standby");
    private static final Text SILENT = Text.of("database.unavailable");
    private static final int WRITES = 20;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITES);
    private volatile boolean waiting;
    private volatile boolean silent;

    @AfterEach
    void endWrites() {
        end.countDown();
        threads.shutdown();
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
    void refusesWritesThatWaitForTheirTurnOnceDatabaseIsSilent() throws Exception {
        var bulkhead = oneAtOnce(LONG);
        var first = write(bulkhead);
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> refusal(() -> bulkhead.run(() -> "second")));
        silent = true;
        assertEquals(SILENT, second.get());
        end.countDown();
        assertEquals("first", first.get());
        assertEquals(SILENT, refusal(bulkhead::refuseUnlessWritable));
        silent = false;
        assertEquals("third", bulkhead.run(() -> "third"));
    }

    @Test
    void runsWritesInOrderOfArrival() throws Exception {
        var bulkhead = oneAtOnce(LONG);
        var first = write(bulkhead);
        begun.await();
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var writes = new ArrayList<Thread>();
        for (int number = 0; number < WRITES; number++) {
            int mine = number;
            var write = new Thread(() -> assertDoesNotThrow(() -> bulkhead.run(() -> order.add(mine))));
            writes.add(write);
            write.start();
            await().atMost(LONG).until(() -> write.getState() == Thread.State.TIMED_WAITING);
        }
        end.countDown();
        for (var write : writes) {
            write.join();
        }
        assertEquals("first", first.get());
        assertEquals(IntStream.range(0, WRITES).boxed().toList(), order);
    }

    /** Some run, some wait for their turn: commits begin to wait, and each write is either done once or refused. */
    @Test
    void runsNoMoreThanItsPlacesAndRefusesTheOthers() throws Exception {
        var bulkhead = new WriteBulkhead(commits(), 10, LONG);
        var running = new Semaphore(0);
        var writes = Stream.generate(() -> CompletableFuture.supplyAsync(() -> outcome(bulkhead, running), threads))
                .limit(WRITES)
                .toList();
        running.acquire(10);
        waiting = true;
        await().atMost(LONG)
                .until(() -> writes.stream().filter(CompletableFuture::isDone).count() == WRITES - 10);
        end.countDown();
        var outcomes = writes.stream().map(CompletableFuture::join).toList();
        assertEquals(10, Collections.frequency(outcomes, "done"));
        assertEquals(10, Collections.frequency(outcomes, "refused"));
        assertEquals(0, running.availablePermits());
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
        return new WriteBulkhead(commits(), 1, patience);
    }

    private CommitWatch commits() {
        return new CommitWatch(new SimpleMeterRegistry(), new ProcessTime(), "", "", "", "", LONG, true) {
            @Override
            public boolean isWaiting() {
                return waiting;
            }

            @Override
            public boolean isSilent() {
                return silent;
            }
        };
    }

    private String outcome(WriteBulkhead bulkhead, Semaphore running) {
        try {
            return bulkhead.run(() -> {
                running.release();
                end.await();
                return "done";
            });
        } catch (ProblemException refusal) {
            assertEquals(WAIT, refusal.detail());
            return "refused";
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
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
