package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/**
 * Shows reach figures, each in its latest version or in that of a moment: staff all of them, a grantee those of its own
 * organisation.
 */
@ApplicationScoped
public class ReachListService {
    private static final List<String> CORRECTABLE = List.of("corrections");

    private final ReachObservationRepository observations;
    private final InventoryReports reports;
    private final CurrentCaller caller;

    ReachListService(ReachObservationRepository observations, InventoryReports reports, CurrentCaller caller) {
        this.observations = observations;
        this.reports = reports;
        this.caller = caller;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<ReachObservationResponse> observations(Filter filter, Instant asOf, PageRequest request) {
        var page = observations.page(narrow(filter.equal("tally", false)), asOf, request);
        return page.map(responses(page.items(), asOf));
    }

    @Transactional
    Page<ReachTallyResponse> tallies(Filter filter, Instant asOf, PageRequest request) {
        return observations
                .page(filter.equal("tally", true), asOf, request)
                .map(tally -> tally.tallyResponse(actions(asOf)));
    }

    @Transactional
    ReachObservationResponse observation(UUID id, Instant asOf) {
        // Visibility follows the latest version, also for an earlier one.
        var visible = observations.findLatest(id, false).filter(this::shows).isPresent();
        return find(id, false, asOf)
                .filter(observation -> visible)
                .map(observation -> responses(List.of(observation), asOf).apply(observation))
                .orElseThrow(ProblemException::notFound);
    }

    @Transactional
    ReachTallyResponse tally(UUID id, Instant asOf) {
        return find(id, true, asOf)
                .map(tally -> tally.tallyResponse(actions(asOf)))
                .orElseThrow(ProblemException::notFound);
    }

    private Optional<ReachObservation> find(UUID id, boolean tally, Instant asOf) {
        return asOf == null ? observations.findLatest(id, tally) : observations.findAsOf(id, tally, asOf);
    }

    private Function<ReachObservation, ReachObservationResponse> responses(List<ReachObservation> shown, Instant asOf) {
        var ids = shown.stream()
                .map(ReachObservation::reportId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var underReview = reports.underReview(ids);
        return observation ->
                observation.response(isAmong(underReview, observation.reportId()) ? List.of() : actions(asOf));
    }

    private static boolean isAmong(Set<UUID> reports, UUID report) {
        return report != null && reports.contains(report);
    }

    private List<String> actions(Instant asOf) {
        return asOf == null && caller.get().may(AccessRule.WRITE_INVENTORIES) ? CORRECTABLE : List.of();
    }

    private Filter narrow(Filter filter) {
        return seesAll() ? filter : filter.where("e.organisationId = :own", "own", own());
    }

    private boolean shows(ReachObservation observation) {
        return seesAll() || caller.get().belongsTo(observation.organisationId());
    }

    private boolean seesAll() {
        return caller.get().may(AccessRule.READ_INVENTORIES);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
