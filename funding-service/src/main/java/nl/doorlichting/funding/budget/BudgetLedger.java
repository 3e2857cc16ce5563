package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/**
 * Books entries, awards and payments under the ceilings above their line, in the transaction at hand. Calls of other
 * features lock those ceilings until that transaction ends, so that calls at the same moment queue there. Source:
 * docs/design/rules.md#budget.
 */
@ApplicationScoped
public class BudgetLedger {
    private final BudgetLineRepository lines;
    private final BudgetEntryRepository entries;
    private final BudgetTotals totals;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetLedger(
            BudgetLineRepository lines,
            BudgetEntryRepository entries,
            BudgetTotals totals,
            FundingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.lines = lines;
        this.entries = entries;
        this.totals = totals;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    /** 409 when the programme has no such line; null passes. */
    public void refuseUnknown(String programme, UUID lineId) {
        if (lineId != null) {
            lines.require(programme, lineId, "budgetLineId");
        }
    }

    /** Brings what is booked as the commitment of the award from one amount to the other; 409 with what is left. */
    public void bookCommitment(BudgetCell cell, UUID awardId, BigDecimal before, BigDecimal after, String source) {
        var more = after.subtract(before);
        if (more.signum() > 0) {
            totals.lock(cell.lineId(), false);
            book(new BudgetEntry(cell, BudgetEntryKind.COMMITMENT, more, awardId, source, now()));
        }
        if (more.signum() < 0) {
            takeBack(cell.lineId(), awardId, BudgetEntryKind.COMMITMENT, more.negate(), source);
        }
    }

    /**
     * So much of what was paid of the award came back: it is paid no more, and there is room for it again in the years of
     * the payments. 409 when the entries of these payments were taken back by hand already.
     */
    public void recover(UUID line, UUID awardId, BigDecimal amount, String source) {
        if (takeBack(line, awardId, BudgetEntryKind.DISBURSEMENT, amount, source)
                        .signum()
                > 0) {
            refuseUnreleased(entries.hasWaitingCorrection(awardId));
            throw ProblemException.invalidState(Text.of("receipt.booked-already"), List.of());
        }
    }

    /**
     * So much of what came back of the award for this source did not: what was taken back last is paid again. What a
     * correction by hand has paid again is not paid a second time. 409 when there is no room for it any more, and while such
     * a correction waits.
     */
    public void payAgain(UUID line, UUID awardId, BigDecimal amount, String source) {
        totals.lock(line, true);
        var rest = amount;
        for (var recovery : entries.recoveries(awardId, source)) {
            if (entries.isCorrectionWaiting(recovery.id())) {
                throw ProblemException.invalidState(Text.of("receipt.correction-waits"), List.of());
            }
            var part = recovery.amount()
                    .add(entries.corrected(recovery.id()))
                    .negate()
                    .min(rest);
            if (part.signum() > 0) {
                book(recovery.takenBack(part.negate(), source, now()));
                rest = rest.subtract(part);
            }
        }
    }

    /**
     * How much of what was paid of the award this correction takes back, in euros; empty for an entry that is no
     * correction of these payments which was recorded by hand. 409 for one that waits to be released.
     */
    public Optional<BigDecimal> takenBackByHand(UUID awardId, UUID correctionId) {
        refuseUnreleased(entries.isPaymentTakenBackByHand(awardId, correctionId, BudgetEntryStatus.WAITING));
        return entries.findByIdOptional(correctionId)
                .filter(correction ->
                        entries.isPaymentTakenBackByHand(awardId, correction.id(), BudgetEntryStatus.BOOKED))
                .map(correction ->
                        correction.amount().add(entries.corrected(correctionId)).negate());
    }

    private static void refuseUnreleased(boolean waits) {
        if (waits) {
            throw ProblemException.invalidState(Text.of("receipt.correction-unreleased"), List.of());
        }
    }

    /** The last entry first; returns what no entry was left for. All entries of an award are of its one line. */
    private BigDecimal takeBack(UUID line, UUID awardId, BudgetEntryKind kind, BigDecimal amount, String source) {
        totals.lock(line, true);
        var rest = amount;
        for (var entry : entries.ofAward(awardId, kind)) {
            var part = entry.amount().add(entries.corrected(entry.id())).min(rest);
            if (part.signum() > 0) {
                book(entry.takenBack(part, source, now()));
                rest = rest.subtract(part);
            }
        }
        return rest;
    }

    /** Holds room for a payment; 409 with what is left. */
    public void reserve(BudgetCell cell, Money amount) {
        totals.lock(cell.lineId(), false);
        reserve(cell, amount.amount());
    }

    /** Gives back what was held for a payment that will not be made. */
    public void free(BudgetCell cell, Money amount) {
        totals.lock(cell.lineId(), false);
        reserve(cell, amount.amount().negate());
    }

    private void reserve(BudgetCell cell, BigDecimal amount) {
        var balances = totals.balances(cell);
        refuse(balances, balance -> balance.refusalToReserve(amount));
        balances.forEach(balance -> totals.store(balance.reserving(amount)));
    }

    /** Turns the room held into the payment's entry, whose id it returns. */
    public UUID pay(BudgetCell cell, UUID awardId, Money amount, String source) {
        totals.lock(cell.lineId(), false);
        var paid = amount.amount();
        var entry = new BudgetEntry(cell, BudgetEntryKind.DISBURSEMENT, paid, awardId, source, now());
        store(
                entry,
                totals.balances(cell),
                balance -> balance.reserving(paid.negate()).with(BudgetEntryKind.DISBURSEMENT, paid));
        return entry.id();
    }

    /** Books the entry, or holds its room when it waits; under the lock of the ceilings. 409 with what is left. */
    void enter(BudgetEntry entry) {
        if (entry.isWaiting()) {
            reserve(entry.cell(), entry.held());
            entries.persist(entry);
            return;
        }
        book(entry);
    }

    /** Books an entry that waited, in the room that it held. */
    void bookHeld(BudgetEntry entry) {
        store(
                entry,
                totals.balances(entry.cell()),
                balance -> balance.reserving(entry.held().negate()).with(entry.kind(), entry.amount()));
    }

    /** Gives back what was held for an entry that will not be booked. */
    void free(BudgetEntry entry) {
        reserve(entry.cell(), entry.held().negate());
    }

    /** Stores the entry, under the lock of the ceilings; 409 with what is left when one has no room for it. */
    void book(BudgetEntry entry) {
        var balances = totals.balances(entry.cell());
        refuse(balances, balance -> balance.refusal(entry.kind(), entry.amount()));
        store(entry, balances, balance -> balance.with(entry.kind(), entry.amount()));
    }

    private void store(BudgetEntry entry, List<CeilingBalance> balances, UnaryOperator<CeilingBalance> change) {
        entries.persist(entry);
        balances.stream().map(change).forEach(totals::store);
        totals.add(entry);
        dataSet.markChanged();
    }

    /** The tightest of several ceilings without room states what is left. */
    private static void refuse(
            List<CeilingBalance> balances, Function<CeilingBalance, Optional<CeilingBalance.Shortage>> refusal) {
        balances.stream()
                .map(refusal)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(CeilingBalance.Shortage::left))
                .ifPresent(shortage -> {
                    throw ProblemException.of(
                            ProblemType.BUDGET_EXCEEDED,
                            shortage.detail(),
                            Map.of("left", Money.euros(shortage.left())));
                });
    }

    // Read under the lock, so that in the order of booking ids and moments go up.
    private PerformedBy now() {
        return new PerformedBy(caller.get().subject(), clock.instant());
    }
}
