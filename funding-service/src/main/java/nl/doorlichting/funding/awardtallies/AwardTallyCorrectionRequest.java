package nl.doorlichting.funding.awardtallies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;

/**
 * What an award tally should have stated. Its programme, instrument and reference stay.
 *
 * @param period days in which the awards were made
 * @param count number of awards that the source gives, with how certain it is
 * @param source where this is written, in words: the document and its page or line
 * @param note remark of the person that corrects it, in words; none if absent
 * @param reason why the version before was wrong, in words
 */
public record AwardTallyCorrectionRequest(
        @NotNull Period period,
        @NotNull Quantity count,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note,
        @NotBlank @Size(max = 2000) String reason) {}
