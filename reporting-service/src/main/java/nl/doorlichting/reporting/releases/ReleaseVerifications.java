package nl.doorlichting.reporting.releases;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.releases.ReleaseResponse.Verification.Recalculated;
import nl.doorlichting.reporting.releases.tables.FinishedTable;
import nl.doorlichting.reporting.releases.tables.ReleaseCalculation;
import nl.doorlichting.reporting.releases.tables.ReviewTable;
import org.jboss.logging.Logger;

/** Verifies that published releases are what they were, and what would be published now of their instant. */
@ApplicationScoped
public class ReleaseVerifications {
    private static final Logger LOG = Logger.getLogger(ReleaseVerifications.class);
    private static final int CELLS_AT_ONCE = 5_000;

    private final ReleaseRepository releases;
    private final ReleaseService service;
    private final ReleaseQueries queries;
    private final ReleaseCalculation calculation;
    private final ReleaseConfig config;
    private final Clock clock;

    ReleaseVerifications(
            ReleaseRepository releases,
            ReleaseService service,
            ReleaseQueries queries,
            ReleaseCalculation calculation,
            ReleaseConfig config,
            Clock clock) {
        this.releases = releases;
        this.service = service;
        this.queries = queries;
        this.calculation = calculation;
        this.config = config;
        this.clock = clock;
    }

    /** Verifies each published release whose last verification is too old. */
    public void verifyAll() {
        var before = clock.instant().minus(config.verifiedWithin());
        for (var next = due(before); next.isPresent(); next = due(before)) {
            verify(next.get(), false);
        }
    }

    private Optional<UUID> due(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> queries.unverifiedSince(before));
    }

    /**
     * Verifies one release.
     *
     * @param withToken whether there is a request with the token of a caller that may read figures of trainings
     */
    void verify(UUID id, boolean withToken) {
        var release = QuarkusTransaction.requiringNew()
                .call(() -> releases.findByIdOptional(id).orElseThrow(ProblemException::notFound));
        if (!release.isPublished()) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("release.only-published-verified"),
                    Map.of("allowed", List.of()));
        }
        var intact = isIntact(release);
        var running = QuarkusTransaction.requiringNew().call(service::running);
        var recalculated = !release.isOf(running) || config.roundingSecret().isEmpty()
                ? Recalculated.NO
                : withToken ? Recalculated.WHOLE : Recalculated.PART;
        var differences = recalculated == Recalculated.NO ? 0 : differences(release, withToken);
        if (!intact || differences > 0) {
            LOG.errorf(
                    "Release %s of %s is not what was published: intact=%s, cells and heads of tables that differ: %d",
                    release.name(), release.programme(), intact, differences);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> queries.verified(id, clock.instant(), intact, recalculated.name(), differences));
    }

    private boolean isIntact(Release release) {
        var file = new LineDigest();
        var intact = true;
        for (var table : tables(release)) {
            var digest = new LineDigest();
            digest.add(table.head());
            var after = -1L;
            for (var cells = some(release, table.name(), after);
                    !cells.isEmpty();
                    cells = some(release, table.name(), after)) {
                for (var cell : cells) {
                    digest.add((String) cell[2]);
                    file.add((String) cell[2]);
                    after = ((Number) cell[0]).longValue();
                }
            }
            intact &= digest.sha256().equals(table.sha256()) && digest.lines() == table.rows() + 1;
        }
        return intact
                && file.bytes() == release.bytes()
                && file.lines() == release.rows()
                && file.sha256().equals(release.sha256())
                && QuarkusTransaction.requiringNew().call(() -> hasContent(release));
    }

    private boolean hasContent(Release release) {
        return queries.sortedSha256(release.id()).equals(release.sortedSha256())
                && (release.previousId() == null || queries.wrongChanges(release.id(), release.previousId()) == 0)
                && (release.contentSha256() == null
                        || service.content(release).sha256().equals(release.contentSha256()));
    }

    private List<ReleaseQueries.StoredTable> tables(Release release) {
        return QuarkusTransaction.requiringNew().call(() -> queries.tables(release.id()));
    }

    private List<Object[]> some(Release release, String table, long after) {
        return QuarkusTransaction.requiringNew().call(() -> queries.cells(release.id(), table, after, CELLS_AT_ONCE));
    }

    private long differences(Release release, boolean withToken) {
        var earlier = QuarkusTransaction.requiringNew().call(() -> service.before(release.programme(), release));
        var tables = withToken
                ? calculation.tables(release.programme(), release.asOf(), earlier)
                : calculation.ownTables(release.programme(), release.asOf(), earlier);
        var heads = tables(release).stream()
                .collect(Collectors.toMap(ReleaseQueries.StoredTable::name, ReleaseQueries.StoredTable::head));
        return tables.stream()
                // An earlier release does not have every table.
                .filter(table -> !(table.set() instanceof ReviewTable review)
                        || review.isRepeatable() && heads.containsKey(review.jsonName()))
                .mapToLong(table -> differences(release, table, withToken)
                        + (isSameHead(table, heads.get(table.set().jsonName()), withToken) ? 0 : 1))
                .sum();
    }

    private boolean isSameHead(FinishedTable table, String published, boolean withToken) {
        return published != null
                && (withToken
                        ? table.head().equals(published)
                        : calculation.ownHead(table.head()).equals(calculation.ownHead(published)));
    }

    private long differences(Release release, FinishedTable table, boolean withToken) {
        var published = new HashMap<String, String>();
        var after = -1L;
        for (var cells = some(release, table.set().jsonName(), after);
                !cells.isEmpty();
                cells = some(release, table.set().jsonName(), after)) {
            for (var cell : cells) {
                var line = withToken ? Optional.of((String) cell[2]) : calculation.ownLine((String) cell[2]);
                line.ifPresent(text -> published.put((String) cell[1], text));
                after = ((Number) cell[0]).longValue();
            }
        }
        var differing = 0L;
        for (var cell : table.cells()) {
            if (!cell.line().equals(published.remove(cell.key()))) {
                differing++;
            }
        }
        return differing + published.size();
    }
}
