package nl.doorlichting.funding.competitions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.NaturalId;

/**
 * Something that was put out to tender.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param year calendar year of the contract, as in 2009; not known if absent
 * @param tender what was put out to tender: its title or number
 * @param winner supplier that won the contract, by name; not known if absent
 * @param organisationId number of the organisation that won the contract, as in SIPI; absent where it is not recorded
 * @param projectId project of the same programme that the contract is for, by its id; none if absent
 * @param amount price of the contract, in euros, more than zero; not known if absent. In a PATCH it is sent whole
 * @param reasons why this supplier was chosen, in words; not known if absent
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1; none if absent
 */
public record ProcurementRequest(
        @NotBlank @Size(max = 40) String programme,
        @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer year,
        @NotBlank @Size(max = 200) String tender,
        @Size(min = 1, max = 200) String winner,
        @Size(min = 1, max = 40) String organisationId,
        UUID projectId,
        Money amount,
        @Size(min = 1, max = 2000) String reasons,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements CompetitionRequest {}
