package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import nl.doorlichting.funding.budget.BudgetEntryKind;

/**
 * What is booked in one cell, in euros; null is that nothing is, which is not the same as 0.00.
 *
 * @param budgeted allotted beforehand
 * @param reallocated gone to other purposes, less what came from there
 * @param committed promised to recipients
 * @param disbursed paid
 */
record Amounts(BigDecimal budgeted, BigDecimal reallocated, BigDecimal committed, BigDecimal disbursed) {

    static final Amounts NONE = new Amounts(null, null, null, null);

    /** One booked sum. */
    static Amounts of(BudgetEntryKind kind, BigDecimal amount) {
        return switch (kind) {
            case BUDGETED -> new Amounts(amount, null, null, null);
            case REALLOCATION -> new Amounts(null, amount, null, null);
            case DISBURSEMENT -> new Amounts(null, null, null, amount);
            case COMMITMENT -> new Amounts(null, null, amount, null);
        };
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                sum(budgeted, other.budgeted),
                sum(reallocated, other.reallocated),
                sum(committed, other.committed),
                sum(disbursed, other.disbursed));
    }

    BigDecimal spendable() {
        return difference(budgeted, reallocated);
    }

    /** Budgeted and reallocated together: what bounds of the two come to in spendable, where both can be off. */
    BigDecimal spendableBound() {
        return sum(budgeted, reallocated);
    }

    /** The bounds of all three together, which is the bound of left. */
    BigDecimal leftBound() {
        return sum(spendableBound(), disbursed);
    }

    /** The bounds of spendable and committed together, which is the bound of available. */
    BigDecimal availableBound() {
        return sum(spendableBound(), committed);
    }

    /** What can still be promised. */
    BigDecimal available() {
        return difference(spendable(), committed);
    }

    BigDecimal left() {
        return difference(spendable(), disbursed);
    }

    /** Null is absent, so that it changes no sum. */
    static BigDecimal sum(BigDecimal one, BigDecimal other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.add(other);
    }

    private static BigDecimal difference(BigDecimal one, BigDecimal other) {
        return sum(one, other == null ? null : other.negate());
    }
}
