package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

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
        var projects = request.projects() == null
                ? List.<UUID>of()
                : request.projects().stream().distinct().toList();
        rounds.store(round, projects);
        return round.response(projects);
    }

    private static void refuseSecond(InventoryRound existing) {
        throw ProblemException.alreadyExists(
                Text.of("round.code-taken"), InventoryRoundResource.PATH + "/" + existing.id());
    }

    @Transactional
    Page<InventoryRoundResponse> page(String programme, PageRequest request) {
        var page = rounds.page(programme, request);
        var projects =
                rounds.projects(page.items().stream().map(InventoryRound::id).toList());
        return page.map(round -> round.response(projects.getOrDefault(round.id(), List.of())));
    }

    @Transactional
    InventoryRoundResponse get(UUID id) {
        var round = rounds.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        return round.response(rounds.projects(List.of(id)).getOrDefault(id, List.of()));
    }
}
