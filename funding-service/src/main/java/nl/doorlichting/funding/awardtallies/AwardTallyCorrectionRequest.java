package nl.doorlichting.funding.awardtallies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;

/**
 * A correction of an award tally: the fields that change, and why.
 *
 * @param period days in which the awards were made; unchanged if absent
 * @param count number of awards that the source gives, with how certain it is; unchanged if absent
 * @param source where this is written, in words: the document and its page or line; unchanged if absent
 * @param note remark of the person that corrects it, in words; unchanged if absent
 * @param reason why the version before was wrong, in words
 */
public record AwardTallyCorrectionRequest(
        Period period,
        Quantity count,
        @Size(min = 1, max = 500) String source,
        @Size(min = 1, max = 2000) String note,
        @NotBlank @Size(max = 2000) String reason) {}
