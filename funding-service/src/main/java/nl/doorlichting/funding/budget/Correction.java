package nl.doorlichting.funding.budget;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for taking an entry back: the same line, year, kind and destination, the opposite sign, and all corrections
 * of one entry together no more than the entry. Source: docs/design/rules.md#budget.
 *
 * @param original the entry that is taken back
 * @param corrected what earlier corrections of it come to, signed
 */
record Correction(BudgetEntry original, BigDecimal corrected) {

    /** Why the request cannot correct the original; empty when it can. */
    Optional<String> refusal(BudgetEntryRequest request) {
        if (!sameCell(request)) {
            return Optional.of("A correction is of the same line, year and kind as the entry that corrects names.");
        }
        if (!sameReallocation(request)) {
            return Optional.of("A correction of a reallocation has its destination and reallocationReason.");
        }
        var amount = request.amount().amount();
        if (amount.signum() == 0 || amount.signum() != -original.amount.signum()) {
            return Optional.of("A correction has the opposite sign of " + original.amount.toPlainString() + ".");
        }
        var left = original.amount.add(corrected).abs();
        return amount.abs().compareTo(left) > 0
                ? Optional.of("Of the entry " + left.toPlainString() + " EUR is left to correct.")
                : Optional.empty();
    }

    private boolean sameCell(BudgetEntryRequest request) {
        return original.lineId.equals(request.lineId())
                && original.year == request.year()
                && original.kind == request.kind();
    }

    private boolean sameReallocation(BudgetEntryRequest request) {
        return Objects.equals(original.destination, request.destination())
                && original.reallocationReason == request.reallocationReason();
    }
}
