package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.funding.FundingFigures;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;

/** Books entries under the ceilings above their line. */
@ApplicationScoped
class BudgetLedger {
    private final BudgetEntryRepository entries;
    private final BudgetCeilings ceilings;
    private final BudgetSums sums;
    private final FundingFigures figures;

    BudgetLedger(BudgetEntryRepository entries, BudgetCeilings ceilings, BudgetSums sums, FundingFigures figures) {
        this.entries = entries;
        this.ceilings = ceilings;
        this.sums = sums;
        this.figures = figures;
    }

    /** Stores the entry; 409 when a ceiling has no room for it. The ceilings must be locked already. */
    void book(BudgetEntry entry) {
        var balances = ceilings.balances(entry.lineId, entry.year);
        balances.forEach(balance -> refuseBreach(balance, entry));
        entries.persist(entry);
        balances.forEach(balance -> ceilings.store(balance.with(entry.kind, entry.amount)));
        addVolume(entry);
        sums.add(entry);
        figures.changed();
    }

    private static void refuseBreach(CeilingBalance balance, BudgetEntry entry) {
        balance.refusal(entry.kind, entry.amount).ifPresent(reason -> {
            throw ProblemException.of(ProblemType.BUDGET_EXCEEDED, reason);
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
