package nl.doorlichting.platform.dataset;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/**
 * The watermark of recorded time: the moment before which nothing can appear any more, by the clock of the database (ADR 106).
 * It is the one at which the oldest write that still runs was registered, in any instance.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class RecordedUntil {
    /** How long an answer as of a moment waits at most for writes that began before it. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    // A write of a request ends within this time. What runs for longer is an import, and waiting is in vain.
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);
    private static final long MILLIS_BETWEEN = 10;
    private static final long NANOS_BELOW_MICROSECOND = 999;

    private final AgroalDataSource database;
    private volatile Instant known = Instant.EPOCH;

    RecordedUntil(AgroalDataSource database) {
        this.database = database;
    }

    /** The moment now. Statements that begin after this call see all that was and will be recorded before it. */
    public Instant read() {
        return look().until();
    }

    /**
     * Waits until nothing can appear any more that is recorded at this moment or before.
     *
     * @throws ProblemException 503 with the moment before which it would be answered, if that takes longer than this, or if
     *     writes run that take longer
     */
    public void await(Instant asOf, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        // The database rounds to microseconds.
        var last = asOf.plusNanos(NANOS_BELOW_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        // It never goes back, so a moment that is long ago needs no look.
        while (!last.isBefore(known)) {
            var seen = look();
            if (last.isBefore(seen.until())) {
                return;
            }
            if (System.nanoTime() > end || seen.until().isBefore(seen.now().minus(LONGEST_REQUEST))) {
                throw ProblemException.of(
                        ProblemType.UNAVAILABLE,
                        Text.of("dataset.writes-running", seen.until().toString()),
                        Map.of("recordedUntil", seen.until().toString()));
            }
            pause();
        }
    }

    /** @param now by the clock of the database */
    private record Look(Instant until, Instant now) {}

    private Look look() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select public.recorded_until(), clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            var seen = new Look(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getObject(2, OffsetDateTime.class).toInstant());
            known = seen.until();
            return seen;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
