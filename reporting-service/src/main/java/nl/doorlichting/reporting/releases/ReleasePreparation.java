package nl.doorlichting.reporting.releases;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** Makes a release: every table as of the same instant, of both services. */
@ApplicationScoped
class ReleasePreparation {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MILLIS_BETWEEN = 20;

    private final ReleaseService releases;
    private final ReleaseCalculation calculation;
    private final ReleaseQueries queries;
    private final Clock clock;

    ReleasePreparation(ReleaseService releases, ReleaseCalculation calculation, ReleaseQueries queries, Clock clock) {
        this.releases = releases;
        this.calculation = calculation;
        this.queries = queries;
        this.clock = clock;
    }

    UUID prepare(ReleaseRequest request) {
        // As the database stores it, so that a later computation asks for exactly this instant.
        var asOf = (request.asOf() == null ? clock.instant() : request.asOf()).truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> releases.refuseUnlessPossible(request.programme(), asOf));
        awaitEarlierWrites();
        var earlier = QuarkusTransaction.requiringNew().call(() -> releases.before(request.programme(), null));
        var tables = calculation.tables(request.programme(), asOf, earlier);
        return releases.store(request, asOf, tables);
    }

    /** Until all writes that began before now have ended, so that none of them becomes part of the instant later. */
    private void awaitEarlierWrites() {
        var own = queries.ownTransaction();
        var begun = QuarkusTransaction.requiringNew().call(queries::transactionsBegun);
        var end = clock.instant().plus(PATIENCE);
        while (!QuarkusTransaction.requiringNew().call(() -> queries.haveEnded(begun, own))) {
            pause(end);
        }
    }

    private void pause(Instant end) {
        try {
            if (clock.instant().isAfter(end)) {
                throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("release.writes-running"));
            }
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
