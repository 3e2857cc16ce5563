package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;

@ApplicationScoped
class InventoryRoundService {
    private final InventoryRoundRepository rounds;
    private final CurrentCaller caller;
    private final Clock clock;

    InventoryRoundService(InventoryRoundRepository rounds, CurrentCaller caller, Clock clock) {
        this.rounds = rounds;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    InventoryRoundResponse create(InventoryRoundRequest request) {
        rounds.findByNaturalId(request.programme(), request.code()).ifPresent(InventoryRoundService::refuseSecond);
        var now = clock.instant();
        var round = new InventoryRound(Ids.next(now), request, now, caller.get().subject());
        rounds.persist(round);
        return InventoryRoundResponse.from(round);
    }

    private static void refuseSecond(InventoryRound existing) {
        throw ProblemException.alreadyExists(
                "The programme has a round with this code.", InventoryRoundResource.PATH + "/" + existing.id);
    }

    @Transactional
    Page<InventoryRoundResponse> page(String programme, PageRequest request) {
        return rounds.page(programme, request).map(InventoryRoundResponse::from);
    }

    @Transactional
    InventoryRoundResponse get(UUID id) {
        return rounds.findByIdOptional(id).map(InventoryRoundResponse::from).orElseThrow(ProblemException::notFound);
    }
}
