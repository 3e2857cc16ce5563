package nl.doorlichting.funding.reclaims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

/** Claims on what was paid without right to it. A caller that sees the award sees them. */
@ApplicationScoped
class ReclaimService {
    private final ReclaimRepository reclaims;
    private final Awards awards;
    private final CurrentCaller caller;
    private final Clock clock;

    ReclaimService(ReclaimRepository reclaims, Awards awards, CurrentCaller caller, Clock clock) {
        this.reclaims = reclaims;
        this.awards = awards;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReclaimResponse create(UUID awardId, ReclaimRequest request) {
        var award = awards.hold(awardId);
        awards.claim(awardId, request.amount());
        var reclaim = new Reclaim(
                awardId, award, request, clock.instant(), caller.get().subject());
        reclaims.persist(reclaim);
        return reclaim.toResponse();
    }

    @Transactional
    Page<ReclaimResponse> page(UUID awardId, PageRequest request) {
        awards.get(awardId);
        return reclaims.page(awardId, request).map(Reclaim::toResponse);
    }

    @Transactional
    ReclaimResponse get(UUID awardId, UUID id) {
        awards.get(awardId);
        return reclaims.findOf(awardId, id).map(Reclaim::toResponse).orElseThrow(ProblemException::notFound);
    }
}
