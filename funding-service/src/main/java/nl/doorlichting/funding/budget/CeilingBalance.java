package nl.doorlichting.funding.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.texts.Text;

/**
 * What the entries of a ceiling line with all beneath it come to in one year, in euros, with what unreleased payments
 * hold. Commitments and, separately, disbursements with what is reserved for them stay within what is spendable.
 * Source: docs/design/rules.md#budget.
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
        BigDecimal disbursed,
        BigDecimal reserved) {
    /**
     * Why something does not fit under a ceiling.
     *
     * @param left in euros, what would fit
     */
    record Shortage(Text detail, BigDecimal left) {}

    CeilingBalance with(BudgetEntryKind kind, BigDecimal amount) {
        return new CeilingBalance(
                lineId,
                line,
                year,
                kind == BudgetEntryKind.BUDGETED ? budgeted.add(amount) : budgeted,
                kind == BudgetEntryKind.REALLOCATION ? reallocated.add(amount) : reallocated,
                kind == BudgetEntryKind.COMMITMENT ? committed.add(amount) : committed,
                kind == BudgetEntryKind.DISBURSEMENT ? disbursed.add(amount) : disbursed,
                reserved);
    }

    /** With so much more held for unreleased payments; less when the amount is below zero. */
    CeilingBalance reserving(BigDecimal amount) {
        return new CeilingBalance(
                lineId, line, year, budgeted, reallocated, committed, disbursed, reserved.add(amount));
    }

    /** Why an entry of this kind and amount cannot be booked; empty when there is room. */
    Optional<Shortage> refusal(BudgetEntryKind kind, BigDecimal amount) {
        return with(kind, amount).holds() ? Optional.empty() : Optional.of(shortage(kind));
    }

    /** Why no payment of this amount can be reserved; empty when there is room. */
    Optional<Shortage> refusalToReserve(BigDecimal amount) {
        return reserving(amount).holds() ? Optional.empty() : Optional.of(shortage(BudgetEntryKind.DISBURSEMENT));
    }

    BigDecimal spendable() {
        return budgeted.subtract(reallocated);
    }

    private BigDecimal paidOrReserved() {
        return disbursed.add(reserved);
    }

    private boolean holds() {
        return spendable().compareTo(committed.max(paidOrReserved())) >= 0;
    }

    private Shortage shortage(BudgetEntryKind kind) {
        return switch (kind) {
            case COMMITMENT -> shortage(committed, "budget.left-to-commit");
            case DISBURSEMENT -> shortage(paidOrReserved(), "budget.left-to-disburse");
            case BUDGETED, REALLOCATION -> shortage(committed.max(paidOrReserved()), "budget.left-unused");
        };
    }

    private Shortage shortage(BigDecimal taken, String text) {
        var left = spendable().subtract(taken);
        return new Shortage(Text.of(text, line, year, left), left);
    }
}
