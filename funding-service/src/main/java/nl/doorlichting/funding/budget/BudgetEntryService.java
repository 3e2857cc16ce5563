package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

@ApplicationScoped
class BudgetEntryService {
    private final BudgetEntryRepository entries;
    private final BudgetLineRepository lines;
    private final BudgetCeilings ceilings;
    private final Programmes programmes;
    private final BudgetLedger ledger;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetEntryService(
            BudgetEntryRepository entries,
            BudgetLineRepository lines,
            BudgetCeilings ceilings,
            Programmes programmes,
            BudgetLedger ledger,
            CurrentCaller caller,
            Clock clock) {
        this.entries = entries;
        this.lines = lines;
        this.ceilings = ceilings;
        this.programmes = programmes;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    BudgetEntryResponse create(BudgetEntryRequest request) {
        programmes.refuseUnknown(request.programme());
        refuseForeignLine(request);
        // Corrections of one entry queue on its line: two at once could take back more than there is.
        ceilings.lock(request.lineId(), request.corrects() != null);
        entries.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a budget entry with this reference.",
                    BudgetEntryResource.PATH + "/" + existing.id);
        });
        refuseWrongCorrection(request);
        // After the checks, which hold the ceilings: in the order of booking, ids and moments go up.
        var now = clock.instant();
        var entry = new BudgetEntry(Ids.next(now), request, now, caller.get().subject());
        ledger.book(entry);
        return BudgetEntryResponse.from(entry);
    }

    private void refuseForeignLine(BudgetEntryRequest request) {
        if (lines.findIn(request.programme(), request.lineId()).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN,
                    "lineId names no budget line of programme " + request.programme() + ".");
        }
    }

    private void refuseWrongCorrection(BudgetEntryRequest request) {
        if (request.corrects() != null) {
            entries.findByIdOptional(request.corrects())
                    .orElseThrow(
                            () -> ProblemException.of(ProblemType.REFERENCE_UNKNOWN, "corrects names no budget entry."))
                    .refuseCorrection(request, entries.corrected(request.corrects()));
        }
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
