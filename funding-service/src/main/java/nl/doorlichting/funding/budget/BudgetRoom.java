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
 * Books awards and their payments, in the transaction at hand. Each call locks the ceilings above the line until that
 * transaction ends, so that calls at the same moment queue there. Source: docs/design/rules.md#budget.
 */
@ApplicationScoped
public class BudgetRoom {
    private final BudgetLineRepository lines;
    private final BudgetEntryRepository entries;
    private final BudgetLedger ledger;
    private final BudgetCeilings ceilings;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetRoom(
            BudgetLineRepository lines,
            BudgetEntryRepository entries,
            BudgetLedger ledger,
            BudgetCeilings ceilings,
            CurrentCaller caller,
            Clock clock) {
        this.lines = lines;
        this.entries = entries;
        this.ledger = ledger;
        this.ceilings = ceilings;
        this.caller = caller;
        this.clock = clock;
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
        var entry = entry(request(cell, BudgetEntryKind.DISBURSEMENT, amount, null, source), awardId);
        ledger.bookReserved(entry);
        return entry.id;
    }

    /** Brings what is booked as the award's promise from one amount to the other; 409 with what is left. */
    public void promise(BudgetCell cell, UUID awardId, BigDecimal before, BigDecimal after, String source) {
        var more = after.subtract(before);
        if (more.signum() > 0) {
            ceilings.lock(cell.lineId(), false);
            var amount = new Money(more, Money.EURO);
            ledger.book(entry(request(cell, BudgetEntryKind.COMMITMENT, amount, null, source), awardId));
        }
        if (more.signum() < 0) {
            takeBack(cell, awardId, more.negate(), source);
        }
    }

    /** The last promise first. */
    private void takeBack(BudgetCell cell, UUID awardId, BigDecimal amount, String source) {
        ceilings.lock(cell.lineId(), true);
        var rest = amount;
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
        ledger.book(entry(request(cell, promise.kind, back, promise.id, source), promise.awardId));
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

    // Under the lock, so that in the order of booking ids and moments go up.
    private BudgetEntry entry(BudgetEntryRequest request, UUID awardId) {
        var now = clock.instant();
        return new BudgetEntry(
                Ids.next(now), request, awardId, now, caller.get().subject());
    }
}
