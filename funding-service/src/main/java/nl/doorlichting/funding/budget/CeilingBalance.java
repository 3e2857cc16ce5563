package nl.doorlichting.funding.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.kernel.vocabulary.BudgetEntryKind;

/**
 * What the entries of a ceiling line with all beneath it come to in one year, in euros. Commitments and, separately,
 * disbursements stay within what is spendable. Source: DESIGN section 7, rule 2.
 *
 * @param line code of the line
 */
record CeilingBalance(
        UUID lineId,
        String line,
        int year,
        BigDecimal budgeted,
        BigDecimal reallocated,
        BigDecimal committed,
        BigDecimal disbursed) {

    CeilingBalance with(BudgetEntryKind kind, BigDecimal amount) {
        return new CeilingBalance(
                lineId,
                line,
                year,
                kind == BudgetEntryKind.BUDGETED ? budgeted.add(amount) : budgeted,
                kind == BudgetEntryKind.REALLOCATION ? reallocated.add(amount) : reallocated,
                kind == BudgetEntryKind.COMMITMENT ? committed.add(amount) : committed,
                kind == BudgetEntryKind.DISBURSEMENT ? disbursed.add(amount) : disbursed);
    }

    /** Why an entry of this kind and amount cannot be booked; empty when there is room. */
    Optional<String> refusal(BudgetEntryKind kind, BigDecimal amount) {
        var after = with(kind, amount);
        var room = switch (kind) {
            case COMMITMENT -> spendable().subtract(committed);
            case DISBURSEMENT -> spendable().subtract(disbursed);
            case BUDGETED, REALLOCATION -> spendable().subtract(committed.max(disbursed));
        };
        return after.holds() ? Optional.empty() : Optional.of(detail(kind, room));
    }

    BigDecimal spendable() {
        return budgeted.subtract(reallocated);
    }

    private boolean holds() {
        return spendable().compareTo(committed.max(disbursed)) >= 0;
    }

    private String detail(BudgetEntryKind kind, BigDecimal room) {
        var left = room.toPlainString() + " EUR";
        var where = "On line " + line + " in " + year + " ";
        return switch (kind) {
            case COMMITMENT -> where + left + " is left to commit.";
            case DISBURSEMENT -> where + left + " is left to disburse.";
            case BUDGETED, REALLOCATION -> where + left + " is left that is neither committed nor disbursed.";
        };
    }
}
