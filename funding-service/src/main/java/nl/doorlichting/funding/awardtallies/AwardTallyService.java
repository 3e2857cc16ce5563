package nl.doorlichting.funding.awardtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class AwardTallyService {
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
        tallies.findByReference(request.programme(), request.reference()).ifPresent(AwardTallyService::refuseSecond);
        var now = clock.instant();
        var tally = new AwardTally(Ids.next(now), request, now, caller.get().subject());
        tallies.persist(tally);
        dataSet.markChanged();
        return shown(tally);
    }

    private static void refuseSecond(AwardTally existing) {
        throw ProblemException.alreadyExists(
                Text.of("award-tally.reference-taken"), AwardTallyResource.PATH + "/" + existing.tallyId());
    }

    @Transactional
    Page<AwardTallyResponse> page(Filter filter, PageRequest request) {
        return tallies.page(filter, request).map(this::shown);
    }

    @Transactional
    AwardTallyResponse get(UUID id) {
        return tallies.findLatest(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    /** A new version with its reason. */
    @Transactional
    AwardTallyResponse correct(UUID id, AwardTallyCorrectionRequest request) {
        tallies.lock(id);
        var tally = tallies.findLatest(id).orElseThrow(ProblemException::notFound);
        var next = tally.corrected(request, clock.instant(), caller.get().subject());
        tallies.persist(next);
        dataSet.markChanged();
        return shown(next);
    }

    private AwardTallyResponse shown(AwardTally tally) {
        return tally.toResponse(caller.get().may(FundingAccess.WRITE_AWARDS) ? List.of("corrections") : List.of());
    }
}
