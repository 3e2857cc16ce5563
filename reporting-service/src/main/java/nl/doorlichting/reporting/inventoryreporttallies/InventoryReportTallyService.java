package nl.doorlichting.reporting.inventoryreporttallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.inventoryrounds.InventoryRounds;

@ApplicationScoped
class InventoryReportTallyService {
    private final InventoryReportTallyRepository tallies;
    private final InventoryRounds rounds;
    private final CurrentCaller caller;
    private final Clock clock;

    InventoryReportTallyService(
            InventoryReportTallyRepository tallies, InventoryRounds rounds, CurrentCaller caller, Clock clock) {
        this.tallies = tallies;
        this.rounds = rounds;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    InventoryReportTallyResponse create(InventoryReportTallyRequest request) {
        if (request.roundId() != null) {
            rounds.require(request.roundId(), request.programme());
        }
        tallies.findByReference(request.programme(), request.reference())
                .ifPresent(InventoryReportTallyService::refuseSecond);
        var now = clock.instant();
        var tally = new InventoryReportTally(
                Ids.next(now), request, now, caller.get().subject());
        tallies.store(tally);
        return tally.response();
    }

    private static void refuseSecond(InventoryReportTally existing) {
        throw ProblemException.alreadyExists(
                Text.of("report-tally.reference-taken"), InventoryReportTallyResource.PATH + "/" + existing.id());
    }

    @Transactional
    Page<InventoryReportTallyResponse> page(Filter filter, PageRequest request) {
        return tallies.page(filter, request).map(InventoryReportTally::response);
    }

    @Transactional
    InventoryReportTallyResponse get(UUID id) {
        return tallies.findByIdOptional(id).map(InventoryReportTally::response).orElseThrow(ProblemException::notFound);
    }
}
