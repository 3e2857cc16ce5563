package nl.doorlichting.funding.competitions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A prize that was won.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param year calendar year in which the prize was won, as in 2010
 * @param name name of the prize
 * @param winner winner by name, as the source has it; not known if absent
 * @param organisationId number of the organisation that won the prize, as in GM0988; absent where it is not recorded
 * @param projectId project of the same programme that won the prize, by its id; none if absent
 * @param amount money that went with the prize, in euros, more than zero; not known if absent. In a PATCH it is sent
 *     whole
 * @param why why the prize was won, in words; not known if absent
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1; none if absent
 */
public record PrizeRequest(
        @NotBlank @Size(max = 40) String programme,

        @NotNull @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR)
        Integer year,

        @NotBlank @Size(max = 200) String name,
        @Size(min = 1, max = 200) String winner,
        @Size(min = 1, max = 40) String organisationId,
        UUID projectId,
        Money amount,
        @Size(min = 1, max = 2000) String why,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements CompetitionRequest {}
