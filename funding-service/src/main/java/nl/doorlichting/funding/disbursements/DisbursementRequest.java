package nl.doorlichting.funding.disbursements;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.HasPositiveAmount;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A new payment of an award.
 *
 * @param amount what is paid, in euros, more than zero and at most what is left of the award; with instalment exactly
 *     the amount of that part
 * @param instalment number of the part of the award's plan of payments that this payment is for, from 1; of none if
 *     absent
 * @param dueOn day on which the payment is due, not before the day of the decision; that of the instalment if absent,
 *     none without one
 * @param year budget year of the programme that the payment is charged to, as in 2026; that of the award if absent
 * @param reference name that the caller gives the payment, unique in its programme in whatever case, as in weert/2010-1;
 *     none if absent
 */
public record DisbursementRequest(
        @NotNull Money amount,
        @Min(1) Integer instalment,
        LocalDate dueOn,
        @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer year,
        @Size(min = 1, max = 200) @NaturalId String reference)
        implements HasPositiveAmount {}
