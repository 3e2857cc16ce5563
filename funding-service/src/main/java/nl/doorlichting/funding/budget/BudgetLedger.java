package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.FundingFigures;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Books entries and holds room under the ceilings above their line, which must be locked already. */
@ApplicationScoped
class BudgetLedger {
    private final BudgetEntryRepository entries;
    private final BudgetCeilings ceilings;
    private final FundingFigures figures;

    BudgetLedger(BudgetEntryRepository entries, BudgetCeilings ceilings, FundingFigures figures) {
        this.entries = entries;
        this.ceilings = ceilings;
        this.figures = figures;
    }

    /** Stores the entry; 409 with what is left when a ceiling has no room for it. */
    void book(BudgetEntry entry) {
        var balances = ceilings.balances(entry.lineId, entry.year);
        refuse(balances, balance -> balance.refusal(entry.kind, entry.amount));
        store(
                entry,
                balances.stream()
                        .map(balance -> balance.with(entry.kind, entry.amount))
                        .toList());
    }

    /** Holds room for a payment; 409 with what is left when a ceiling has none. A negative amount gives it back. */
    void reserve(BudgetCell cell, BigDecimal amount) {
        var balances = ceilings.balances(cell.lineId(), cell.year());
        refuse(balances, balance -> balance.refusalToReserve(amount));
        balances.forEach(balance -> ceilings.store(balance.reserving(amount)));
    }

    /** Stores the payment that room was held for, in the place of that room. */
    void bookReserved(BudgetEntry payment) {
        store(
                payment,
                ceilings.balances(payment.lineId, payment.year).stream()
                        .map(balance -> balance.reserving(payment.amount.negate())
                                .with(BudgetEntryKind.DISBURSEMENT, payment.amount))
                        .toList());
    }

    private void store(BudgetEntry entry, List<CeilingBalance> after) {
        entries.persist(entry);
        after.forEach(ceilings::store);
        addVolume(entry);
        entries.addToSums(entry);
        figures.changed();
    }

    /** Of several ceilings without room the tightest says what is left. */
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
                            Map.of("left", new Money(shortage.left(), Money.EURO)));
                });
    }

    private void addVolume(BudgetEntry entry) {
        if (!ceilings.addVolume(entry.programme, entry.amount)) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "All amounts of a programme together, their signs left out, stay below "
                            + BudgetCeilings.VOLUME_LIMIT.toPlainString() + " EUR.");
        }
    }
}
