package nl.doorlichting.api.figures;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.responses.RequestEnd;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the memory that answers take, however many are asked for at once. An answer that gets more rows than most have waits
 * for a place, and one that gets far more for a second one, until others like it were sent. One that gets too many is refused
 * before they are made.
 */
@ApplicationScoped
public class LargeAnswers {
    /** Rows that each answer may have while others are made. */
    static final int ROWS_OF_ANY = 1_000;

    /** Rows that an answer with one place may have. */
    static final int ROWS_OF_SOME = 8_000;

    /** How many rows a table (CSV) has at most, where the heap is large enough. */
    static final int MOST_ROWS_OF_TABLE = 50_000;

    /** How many wait, each with a connection to the database; others must be left. */
    static final int MOST_WAITING = 8;

    // A row takes 2 to 3 kB until it is sent.
    private static final long HEAP_OF_PLACE = 100L << 20;
    private static final long HEAP_OF_SECOND = 160L << 20;

    // So that the rows, of which each takes a third of this, leave room for all else.
    private static final long HEAP_FOR_ROW = 8L << 10;

    private final RoutingContext request;
    private final AnswerInTheMaking answer;
    private final Semaphore places;
    private final Semaphore seconds;
    private final Semaphore readers;
    private final Duration patience;

    /** @param patience how long an answer waits for its place */
    @Inject
    LargeAnswers(
            RoutingContext request,
            AnswerInTheMaking answer,
            @ConfigProperty(name = "doorlichting.large-answers.longest-wait") Duration patience) {
        this(request, answer, placesFor(HEAP_OF_PLACE), placesFor(HEAP_OF_SECOND), placesFor(HEAP_OF_PLACE), patience);
    }

    /**
     * For tests.
     *
     * @param atOnce how many answers have a place at once
     * @param secondsAtOnce how many of them have a second one
     * @param readersAtOnce how many read many figures at once
     */
    LargeAnswers(
            RoutingContext request,
            AnswerInTheMaking answer,
            int atOnce,
            int secondsAtOnce,
            int readersAtOnce,
            Duration patience) {
        this.request = request;
        this.answer = answer;
        this.places = new Semaphore(atOnce, true);
        this.seconds = new Semaphore(secondsAtOnce, true);
        this.readers = new Semaphore(readersAtOnce, true);
        this.patience = patience;
    }

    private static int placesFor(long heap) {
        return (int) Math.max(1, Runtime.getRuntime().maxMemory() / heap);
    }

    /**
     * Receives the number of rows of the answer to the request at hand, while it grows. Throws 400 where there are too many,
     * 503 where no place comes free.
     *
     * @param whole the operation for the same as a table (CSV)
     */
    public IntConsumer answer(Question question, String whole) {
        var most = Table.mostRows(question);
        return rows(most, withMoreRows(most, whole, Runtime.getRuntime().maxMemory()));
    }

    /** The operation, where it has more rows than these. */
    static Optional<String> withMoreRows(int most, String whole, long heap) {
        return Optional.of(whole).filter(table -> mostRowsOfTable(heap) > most);
    }

    /** The same of a table (CSV). */
    public IntConsumer table() {
        return rows(mostRowsOfTable(Runtime.getRuntime().maxMemory()), Optional.empty());
    }

    /** A small heap has no room for as many. */
    static int mostRowsOfTable(long heap) {
        return (int) Math.min(MOST_ROWS_OF_TABLE, heap / HEAP_FOR_ROW);
    }

    /** The same of the groups that an answer is made from, where all of them are in memory at once. */
    public IntConsumer groups() {
        return rows(Table.MOST_ROWS_BY_OTHERS, Optional.empty());
    }

    /** Makes a table for which many figures are in memory meanwhile, once few others do. Its rows can wait for their places. */
    public <T> T reading(Supplier<T> table) {
        take(readers);
        try {
            return table.get();
        } finally {
            readers.release();
        }
    }

    private IntConsumer rows(int most, Optional<String> whole) {
        return rows -> {
            if (rows > most) {
                throw FigureParameters.tooManyRows(most, whole);
            }
            if (rows > ROWS_OF_ANY && RequestEnd.isOver(request)) {
                throw unavailable();
            }
            // Else the gateway would take the silence for that of the service.
            if (rows > ROWS_OF_ANY && rows % ROWS_OF_ANY == 1 && RequestDeadline.isOver(request)) {
                throw RequestDeadline.passed(request);
            }
            if (rows == ROWS_OF_ANY + 1) {
                enter(places);
            }
            if (rows == ROWS_OF_SOME + 1) {
                enter(seconds);
            }
        };
    }

    private void enter(Semaphore wanted) {
        take(wanted);
        var holders = new AtomicInteger(2);
        Runnable release = () -> {
            if (holders.decrementAndGet() == 0) {
                wanted.release();
            }
        };
        // An answer takes memory until it is sent, or, of a client that has gone, until it is made or could not be.
        answer.whenMade(release);
        RequestEnd.then(request, release);
    }

    /**
     * Waits with its connection to the database. One with a second place waits for nothing, one with a place for a second one only,
     * and one that reads for these, so that none waits for ever.
     */
    private void take(Semaphore wanted) {
        try {
            if (places.getQueueLength() + seconds.getQueueLength() + readers.getQueueLength() >= MOST_WAITING
                    || !wanted.tryAcquire(longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private Duration longestWait() {
        return RequestDeadline.remaining(request)
                .filter(left -> left.compareTo(patience) < 0)
                .orElse(patience);
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("figures.too-many-large-answers"));
    }
}
