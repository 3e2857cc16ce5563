package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryreports.RecordsOfReport;

/** Records and corrects reach figures: observations and tallies. */
@ApplicationScoped
class ReachService implements RecordsOfReport, BodyRules {
    private final ReachObservationRepository observations;
    private final ReachChecks checks;
    private final ReachNaturalKeys keys;
    private final ReachCorrectionProposals proposals;
    private final InventoryReports reports;
    private final OwnRecords own;

    ReachService(
            ReachObservationRepository observations,
            ReachChecks checks,
            ReachNaturalKeys keys,
            ReachCorrectionProposals proposals,
            InventoryReports reports,
            OwnRecords own) {
        this.observations = observations;
        this.checks = checks;
        this.keys = keys;
        this.proposals = proposals;
        this.reports = reports;
        this.own = own;
    }

    @Transactional
    ReachObservation recordObservation(ReachObservationRequest request) {
        var observation = ReachObservation.of(Ids.next(own.now()), request);
        refuseTaken(observation, ReachObservationResource.PATH);
        checks.checkNew(observation);
        keys.store(observation.recorded(own.now(), own.subject()));
        observations.changed();
        return observation;
    }

    @Transactional
    ReachObservation recordTally(ReachTallyRequest request) {
        var tally = ReachObservation.of(Ids.next(own.now()), request);
        refuseTaken(tally, ReachTallyResource.PATH);
        checks.checkNew(tally);
        refuseSame(tally);
        return store(tally);
    }

    @Transactional
    ReachObservation correctObservation(UUID id, MergePatch changes) {
        var latest = latest(id, false);
        proposals.refuseSecond(id);
        var request = changes.applyTo(
                latest.correction(),
                ReachObservationCorrectionRequest.class,
                refused -> checks.unknownRound(refused.roundId(), latest));
        var corrected = latest.corrected(request, request.reason());
        checks.checkCorrected(latest, corrected);
        if (InheritedActivity.isSame(latest, corrected)) {
            StrictJson.refuseUnchanged(latest.statedOrUsual(), corrected.statedOrUsual(), "reason");
        }
        if (checks.isReviewed(latest)) {
            keys.refuseTaken(corrected);
            proposals.propose(id, changes, request.reason());
            return latest;
        }
        keys.move(corrected);
        return store(corrected);
    }

    /** Makes the version that waits for the decision; 403 for the caller that proposed it. */
    @Transactional
    ReachObservation approveCorrection(UUID id) {
        latest(id, false);
        var proposal = proposals.approve(id);
        var latest = latest(id, false);
        var next = proposals.version(proposal, latest);
        if (proposal.isWithdrawal()) {
            checks.refuseUnderReview(latest);
            keys.free(latest);
        } else {
            checks.checkCorrected(latest, next);
            keys.move(next);
        }
        return store(next.approved(own.subject()), proposal.proposedBy());
    }

    /** Leaves the figure as it is. */
    @Transactional
    ReachObservation rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        var latest = latest(id, false);
        proposals.reject(id, request);
        return latest;
    }

    @Transactional
    ReachObservation correctTally(UUID id, MergePatch changes) {
        var latest = latest(id, true);
        var request = changes.correctionOf(
                latest.tallyCorrection(),
                ReachTallyCorrectionRequest.class,
                refused -> checks.unknownRound(refused.roundId(), latest));
        var corrected = latest.corrected(request, request.reason());
        checks.checkCorrected(latest, corrected);
        refuseSame(corrected);
        return store(corrected);
    }

    /** From now on the figure counts nowhere. */
    @Transactional
    ReachObservation withdraw(UUID id, boolean tally, RecordWithdrawalRequest request) {
        var latest = latest(id, tally);
        checks.refuseUnderReview(latest);
        proposals.refuseSecond(id);
        if (checks.isReviewed(latest)) {
            proposals.propose(id, null, request.reason());
            return latest;
        }
        keys.free(latest);
        return store(latest.withdrawn(request.reason()));
    }

    @Override
    public void withdrawWith(UUID report, RecordWithdrawal why) {
        var figures = observations.standingOf(report);
        var approval = reports.approvals(List.of(report), null).get(report);
        figures.forEach(figure -> observations.persist(figure.withdrawn(why.reason())
                .approved(figure.approver(approval))
                .recorded(why.withdrawnAt(), why.withdrawnBy())));
        keys.freeAllOf(report);
        proposals.end(figures.stream().map(ReachObservation::observationId).toList(), why);
        observations.changed();
    }

    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof ReachStatement figure ? checks.violationsOfRefused(figure) : List.of();
    }

    // Of two that change it at once, the second changes what the first left.
    private ReachObservation latest(UUID id, boolean tally) {
        observations.waitForOthersOf(id);
        var latest = observations.findLatest(id, tally).orElseThrow(ProblemException::notFound);
        latest.refuseWithdrawn();
        return latest;
    }

    // The first of all checks: a record that is sent again exists, whatever the state of its report is now.
    private void refuseTaken(ReachObservation figure, String path) {
        observations.findByReference(figure).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("reach.reference-taken"), path + "/" + existing.observationId());
        });
    }

    private void refuseSame(ReachObservation tally) {
        observations.findSame(tally).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("reach.tally-taken"), ReachTallyResource.PATH + "/" + existing.observationId());
        });
    }

    private ReachObservation store(ReachObservation observation) {
        return store(observation, own.subject());
    }

    private ReachObservation store(ReachObservation observation, String by) {
        observations.persist(observation.recorded(own.now(), by));
        observations.changed();
        return observation;
    }
}
