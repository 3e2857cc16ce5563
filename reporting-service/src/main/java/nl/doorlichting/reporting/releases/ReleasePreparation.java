package nl.doorlichting.reporting.releases;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.doorlichting.platform.dataset.RecordedUntil;
import nl.doorlichting.reporting.releases.tables.ReleaseCalculation;

/** Makes a release: every table as of the same instant, of both services. */
@ApplicationScoped
class ReleasePreparation {
    private final ReleaseService releases;
    private final ReleaseCalculation calculation;
    private final RecordedUntil recorded;
    private final Clock clock;

    ReleasePreparation(ReleaseService releases, ReleaseCalculation calculation, RecordedUntil recorded, Clock clock) {
        this.releases = releases;
        this.calculation = calculation;
        this.recorded = recorded;
        this.clock = clock;
    }

    UUID prepare(ReleaseRequest request) {
        ReleaseService.refuseHeadlinesWithoutPlace(request);
        // As the database stores it, so that a later computation asks for exactly this instant.
        var asOf = (request.asOf() == null ? clock.instant() : request.asOf()).truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> releases.refuseUnlessPossible(request.programme(), asOf));
        // The training service waits for its own, before it answers of that instant.
        recorded.await(asOf, RecordedUntil.PATIENCE);
        var earlier = QuarkusTransaction.requiringNew().call(() -> releases.before(request.programme(), null));
        var tables = calculation.tables(request.programme(), asOf, earlier);
        var previous = earlier.isEmpty() ? null : earlier.get(0);
        var changed = previous == null ? null : calculation.changes(request.programme(), previous.asOf(), asOf);
        return releases.store(request, asOf, tables, previous == null ? null : previous.name(), changed);
    }
}
