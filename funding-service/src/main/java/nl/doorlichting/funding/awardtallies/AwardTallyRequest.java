package nl.doorlichting.funding.awardtallies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A number of awards that its source gives only as a total; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param fundingInstrument how the money of these awards goes out: a code of the codelist funding-instruments
 * @param period days in which the awards were made
 * @param count number of awards that the source gives, with how certain it is
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1; none if absent
 */
public record AwardTallyRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull FundingInstrument fundingInstrument,
        @NotNull Period period,
        @NotNull Quantity count,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note) {}
