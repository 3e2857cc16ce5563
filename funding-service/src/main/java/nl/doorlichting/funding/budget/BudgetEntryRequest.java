package nl.doorlichting.funding.budget;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;

/**
 * A new entry on a budget line.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param lineId line of that programme
 * @param amount signed; a reallocation above zero leaves the line, one below zero comes in
 * @param destination where reallocated money goes to or comes from; for a REALLOCATION only, and then required
 * @param reallocationReason why; for a REALLOCATION only, and then required
 * @param corrects earlier entry of the same line, year and kind that this one takes back, wholly or in part
 * @param roundedTo the amount was rounded to multiples of this
 * @param belowThreshold the source says only that the amount is less than this; then it may be zero
 * @param source where this is written
 * @param reference natural id of the record, unique in the programme
 */
public record BudgetEntryRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull UUID lineId,
        @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
        @NotNull BudgetEntryKind kind,
        @NotNull Money amount,
        @Size(min = 1, max = 200) String destination,
        ReallocationReason reallocationReason,
        UUID corrects,
        Money roundedTo,
        Money belowThreshold,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note)
        implements HasCrossFieldRules {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;

    @Override
    public List<Violation> crossViolations() {
        return BudgetEntryRules.violations(this);
    }
}
