package nl.doorlichting.funding.awardtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class AwardTallyService implements BodyRules {
    private final AwardTallyRepository tallies;
    private final Programmes programmes;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    AwardTallyService(
            AwardTallyRepository tallies,
            Programmes programmes,
            FundingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.tallies = tallies;
        this.programmes = programmes;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AwardTallyResponse create(AwardTallyRequest request) {
        programmes.refuseUnknown(request.programme());
        tallies.lock(request.programme());
        tallies.findByReference(request.programme(), request.reference())
                .ifPresent(existing -> refuseSecond(existing, "award-tally.reference-taken"));
        var now = clock.instant();
        return stored(new AwardTally(Ids.next(now), request, now, caller.get().subject()));
    }

    /** What else is wrong with a tally that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof AwardTallyRequest request
                ? ProblemException.noted(() -> programmes.refuseUnknown(request.programme()))
                : List.of();
    }

    /** A new version with its reason. */
    @Transactional
    AwardTallyResponse correct(UUID id, MergePatch changes) {
        var tally = locked(id);
        var request = changes.correctionOf(tally.toCorrection(), AwardTallyCorrectionRequest.class);
        return stored(tally.corrected(request, clock.instant(), caller.get().subject()));
    }

    /** A last version with its reason. */
    @Transactional
    AwardTallyResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var tally = locked(id);
        return stored(
                tally.withdrawn(request.reason(), clock.instant(), caller.get().subject()));
    }

    /** The latest version; 409 once it is withdrawn. */
    private AwardTally locked(UUID id) {
        tallies.findLatest(id).ifPresent(tally -> tallies.lock(tally.programme()));
        var tally = tallies.findLatest(id).orElseThrow(ProblemException::notFound);
        tally.refuseWithdrawn();
        return tally;
    }

    private AwardTallyResponse stored(AwardTally version) {
        if (version.isCounted()) {
            tallies.findSame(version).ifPresent(existing -> refuseSecond(existing, "award-tally.same"));
        }
        tallies.persist(version);
        dataSet.markChanged();
        return shown(version);
    }

    private static void refuseSecond(AwardTally existing, String why) {
        throw ProblemException.alreadyExists(Text.of(why), AwardTallyResource.PATH + "/" + existing.tallyId());
    }

    @Transactional
    Page<AwardTallyResponse> page(Filter filter, Instant asOf, PageRequest request) {
        return tallies.page(filter, asOf, request).map(tally -> shown(tally, asOf));
    }

    /** The latest version, or the one of a moment. */
    @Transactional
    AwardTallyResponse get(UUID id, Instant asOf) {
        return (asOf == null ? tallies.findLatest(id) : tallies.findAsOf(id, asOf))
                .map(tally -> shown(tally, asOf))
                .orElseThrow(ProblemException::notFound);
    }

    private AwardTallyResponse shown(AwardTally tally) {
        return shown(tally, null);
    }

    /** With a version of the past nothing can be done. */
    private AwardTallyResponse shown(AwardTally tally, Instant asOf) {
        return tally.toResponse(
                asOf == null && caller.get().may(FundingAccess.WRITE_AWARDS)
                        ? List.of("corrections", "withdrawal")
                        : List.of());
    }
}
