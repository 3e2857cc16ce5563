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
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/**
 * Shows reach figures, each in its latest version or in that of a moment: staff all of them, a grantee those of its own
 * organisation.
 */
@ApplicationScoped
public class ReachListService {
    private final ReachObservationRepository observations;
    private final InventoryReports reports;
    private final ReachCorrectionProposals proposals;
    private final ReachChecks checks;
    private final OwnRecords own;

    ReachListService(
            ReachObservationRepository observations,
            InventoryReports reports,
            ReachCorrectionProposals proposals,
            ReachChecks checks,
            OwnRecords own) {
        this.observations = observations;
        this.reports = reports;
        this.proposals = proposals;
        this.checks = checks;
        this.own = own;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<ReachObservationResponse> observations(Filter filter, Instant asOf, PageRequest request) {
        var page =
                observations.page(own.narrow(filter.equal("tally", false), "e.organisationId = :own"), asOf, request);
        return page.map(responses(page.items(), asOf));
    }

    @Transactional
    Page<ReachTallyResponse> tallies(Filter filter, Instant asOf, PageRequest request) {
        return observations
                .page(filter.equal("tally", true), asOf, request)
                .map(tally -> tally.tallyResponse(actions(tally, asOf)));
    }

    @Transactional
    ReachObservationResponse observation(UUID id, Instant asOf) {
        // Visibility follows the latest version, also for an earlier one.
        var visible = observations
                .findLatest(id, false)
                .filter(latest -> own.shows(latest.organisationId()))
                .isPresent();
        return find(id, false, asOf)
                .filter(observation -> visible)
                .map(observation -> responses(List.of(observation), asOf).apply(observation))
                .orElseThrow(ProblemException::notFound);
    }

    /** A version that the caller just recorded, without reading it again. */
    @Transactional
    ReachObservationResponse observation(ReachObservation recorded) {
        return responses(List.of(recorded), null).apply(recorded);
    }

    /** The same of a tally. */
    ReachTallyResponse tally(ReachObservation recorded) {
        return recorded.tallyResponse(actions(recorded, null));
    }

    @Transactional
    ReachTallyResponse tally(UUID id, Instant asOf) {
        return find(id, true, asOf)
                .map(tally -> tally.tallyResponse(actions(tally, asOf)))
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
        var approvals = reports.approvals(ids, asOf);
        // Only what is of a report waits for a reviewer.
        var reviewed = asOf == null && showsProposals()
                ? shown.stream()
                        .filter(observation -> observation.reportId() != null)
                        .map(ReachObservation::observationId)
                        .toList()
                : List.<UUID>of();
        var waiting = proposals.waiting(reviewed);
        var rejected = proposals.rejected(reviewed);
        return observation -> {
            var proposal = waiting.get(observation.observationId());
            if (proposal != null) {
                return observation.response(
                        approvals.get(observation.reportId()),
                        true,
                        rejected.get(observation.observationId()),
                        proposals.actions(proposal));
            }
            return observation.response(
                    approvals.get(observation.reportId()),
                    false,
                    rejected.get(observation.observationId()),
                    isAmong(underReview, observation.reportId()) ? List.of() : actions(observation, asOf));
        };
    }

    /** The version that a figure gets when the correction or withdrawal that waits is approved; 404 when none does. */
    @Transactional
    ReachObservationResponse pendingCorrection(UUID id) {
        var latest = observations.findLatest(id, false).orElseThrow(ProblemException::notFound);
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var next = proposals.version(proposal, latest);
        checks.inheritFromReport(next);
        return next.recorded(proposal.proposedAt(), proposal.proposedBy())
                .response(null, true, null, proposals.actions(proposal));
    }

    private static boolean isAmong(Set<UUID> reports, UUID report) {
        return report != null && reports.contains(report);
    }

    private List<String> actions(ReachObservation figure, Instant asOf) {
        return asOf == null && !figure.isWithdrawn()
                ? own.actions(ReportingAccess.WRITE_INVENTORIES, "corrections", "withdrawal")
                : List.of();
    }

    /** Whether the caller may know of corrections that wait. */
    boolean showsProposals() {
        return own.readsProposals();
    }
}
