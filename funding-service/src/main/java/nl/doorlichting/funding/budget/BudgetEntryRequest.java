package nl.doorlichting.funding.budget;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A new entry on a budget line. Source: docs/design/rules.md#budget.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param lineId id of a line of the budget of that programme
 * @param year budget year, as in 2009: one of the programme, and for a correction that of the entry that it corrects
 * @param kind what the entry does to the budget of its line: a code of the codelist budget-entry-kinds
 * @param amount amount in euros, with its sign. BUDGETED: above zero adds to the budget of the line, below zero takes
 *     from it. REALLOCATION: above zero leaves the line, below zero comes in. COMMITMENT and DISBURSEMENT: above zero,
 *     and below zero only beside corrects. A correction has the opposite sign of the entry that it corrects, is not
 *     zero, and leaves no more taken back than there was. Zero is allowed only beside belowThreshold, for an amount of
 *     which nothing else is known
 * @param destination where reallocated money goes to or comes from, as printed; required for a REALLOCATION, absent for
 *     others
 * @param reallocationReason why the money was moved; required for a REALLOCATION, absent for others
 * @param corrects id of the earlier entry of the same line, year, kind, destination and reallocationReason that this
 *     one takes back, wholly or in part; absent unless it does
 * @param roundedTo step, above zero, to a multiple of which the amount is rounded, in euros, as in 10000.00; absent for
 *     an exact amount
 * @param belowThreshold the source states only that the amount is below this one, above zero, in euros; amount is then
 *     the estimate to add up, which may be 0.00; absent where the source states the amount
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1; none if absent
 * @param note remark of the person that records it, in words; none if absent
 */
public record BudgetEntryRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull UUID lineId,

        @NotNull @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR)
        Integer year,

        @NotNull BudgetEntryKind kind,
        @NotNull Money amount,
        @Size(min = 1, max = 200) String destination,
        ReallocationReason reallocationReason,
        UUID corrects,
        Money roundedTo,
        Money belowThreshold,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        checkReallocation("/destination", kind, destination, violations);
        checkReallocation("/reallocationReason", kind, reallocationReason, violations);
        checkZero(violations);
        checkTakenBack(violations);
        RangeChecks.positive("/roundedTo", roundedTo, violations);
        RangeChecks.positive("/belowThreshold", belowThreshold, violations);
        return violations;
    }

    private static void checkReallocation(
            String pointer, BudgetEntryKind kind, Object stated, List<Violation> violations) {
        if (kind == BudgetEntryKind.REALLOCATION && stated == null) {
            violations.add(Violation.body(
                    pointer, ViolationCode.REQUIRED, Text.of("budget-entry.reallocation-field-required")));
        }
        if (kind != null && kind != BudgetEntryKind.REALLOCATION && stated != null) {
            violations.add(Violation.body(
                    pointer, ViolationCode.NOT_ALLOWED, Text.of("budget-entry.reallocation-field-not-allowed")));
        }
    }

    private void checkZero(List<Violation> violations) {
        var zero = amount != null && amount.amount().signum() == 0;
        if (zero && belowThreshold == null) {
            violations.add(Violation.body(
                    "/amount/amount",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("value", amount.amount().toPlainString()),
                    Text.of("budget-entry.zero")));
        }
    }

    // Taking back what was never booked would make room under a ceiling for more than there is.
    private void checkTakenBack(List<Violation> violations) {
        var spends = kind == BudgetEntryKind.COMMITMENT || kind == BudgetEntryKind.DISBURSEMENT;
        if (spends && amount != null && amount.isNegative() && corrects == null) {
            violations.add(
                    Violation.body("/corrects", ViolationCode.REQUIRED, Text.of("budget-entry.corrects-required")));
        }
    }
}
