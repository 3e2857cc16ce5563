package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

@ApplicationScoped
class BudgetEntryService {
    private final BudgetEntryRepository entries;
    private final BudgetEntryChecks checks;
    private final BudgetLedger ledger;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetEntryService(
            BudgetEntryRepository entries,
            BudgetEntryChecks checks,
            BudgetLedger ledger,
            CurrentCaller caller,
            Clock clock) {
        this.entries = entries;
        this.checks = checks;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    BudgetEntryResponse create(BudgetEntryRequest request) {
        checks.refuse(request);
        // After the checks, which hold the ceilings: in the order of booking, ids and moments go up.
        var now = clock.instant();
        var entry = new BudgetEntry(Ids.next(now), request, now, caller.get().subject());
        ledger.book(entry);
        return BudgetEntryResponse.from(entry);
    }

    @Transactional
    Page<BudgetEntryResponse> page(BudgetEntryFilter filter, PageRequest request) {
        return entries.page(filter.toFilter(entries::linesUnder), request).map(BudgetEntryResponse::from);
    }

    @Transactional
    BudgetEntryResponse get(UUID id) {
        return entries.findByIdOptional(id).map(BudgetEntryResponse::from).orElseThrow(ProblemException::notFound);
    }
}
