package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/**
 * What awards and their payments ask of the budget, in the caller's transaction. Each call holds the ceilings above the
 * line until that transaction ends, so that whatever arrives at once queues there. Source: docs/design/rules.md#budget.
 */
@ApplicationScoped
public class BudgetRoom {
    private final BudgetLineRepository lines;
    private final BudgetEntryRepository entries;
    private final BudgetLedger ledger;
    private final BudgetCeilings ceilings;
    private final BookingMoment moment;

    BudgetRoom(
            BudgetLineRepository lines,
            BudgetEntryRepository entries,
            BudgetLedger ledger,
            BudgetCeilings ceilings,
            BookingMoment moment) {
        this.lines = lines;
        this.entries = entries;
        this.ledger = ledger;
        this.ceilings = ceilings;
        this.moment = moment;
    }

    /** 409 when the programme has no such line. */
    public void refuseUnknown(String programme, UUID lineId) {
        if (lines.findIn(programme, lineId).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "budgetLineId names no budget line of programme " + programme + ".");
        }
    }

    /** Holds room for a payment; 409 with what is left. */
    public void reserve(BudgetCell cell, Money amount) {
        ceilings.lock(cell.lineId(), false);
        ledger.reserve(cell, amount.amount());
    }

    /** Gives back what was held for a payment that will not be made. */
    public void free(BudgetCell cell, Money amount) {
        ceilings.lock(cell.lineId(), false);
        ledger.reserve(cell, amount.negate().amount());
    }

    /** Turns the room held into the payment's entry, whose id it returns. */
    public UUID pay(BudgetCell cell, UUID awardId, Money amount, String source) {
        ceilings.lock(cell.lineId(), false);
        var entry = moment.entry(request(cell, BudgetEntryKind.DISBURSEMENT, amount, null, source), awardId);
        ledger.bookReserved(entry);
        return entry.id;
    }

    /** Books what an award promises; 409 with what is left. */
    public void commit(BudgetCell cell, UUID awardId, Money amount, String source) {
        ceilings.lock(cell.lineId(), false);
        ledger.book(moment.entry(request(cell, BudgetEntryKind.COMMITMENT, amount, null, source), awardId));
    }

    /** Takes back so much of what the award promised, the last promise first. */
    public void takeBack(BudgetCell cell, UUID awardId, Money amount, String source) {
        ceilings.lock(cell.lineId(), true);
        var rest = amount.amount();
        for (var promise : entries.ofAward(awardId, cell, BudgetEntryKind.COMMITMENT)) {
            var part = promise.amount.add(entries.corrected(promise.id)).min(rest);
            if (part.signum() > 0) {
                correct(cell, promise, part, source);
                rest = rest.subtract(part);
            }
        }
    }

    private void correct(BudgetCell cell, BudgetEntry promise, BigDecimal part, String source) {
        var back = new Money(part.negate(), Money.EURO);
        ledger.book(moment.entry(request(cell, promise.kind, back, promise.id, source), promise.awardId));
    }

    private static BudgetEntryRequest request(
            BudgetCell cell, BudgetEntryKind kind, Money amount, UUID corrects, String source) {
        return new BudgetEntryRequest(
                cell.programme(),
                cell.lineId(),
                cell.year(),
                kind,
                amount,
                null,
                null,
                corrects,
                null,
                null,
                source,
                null,
                null);
    }

    /** Who books, and when: asked for under the lock, so that in the order of booking ids and moments go up. */
    @ApplicationScoped
    static class BookingMoment {
        private final CurrentCaller caller;
        private final Clock clock;

        BookingMoment(CurrentCaller caller, Clock clock) {
            this.caller = caller;
            this.clock = clock;
        }

        BudgetEntry entry(BudgetEntryRequest request, UUID awardId) {
            var now = clock.instant();
            return new BudgetEntry(
                    Ids.next(now), request, awardId, now, caller.get().subject());
        }
    }
}
