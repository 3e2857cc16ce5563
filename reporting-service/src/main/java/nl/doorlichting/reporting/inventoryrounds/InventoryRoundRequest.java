package nl.doorlichting.reporting.inventoryrounds;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A new inventory round.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param code code of the round, unique in its programme, as in 2011
 * @param name name of the round
 * @param period days that the figures of the round are about
 * @param method how the round is done, in words; absent where it is not stated
 * @param researcher organisation that does the research, by name; absent where it is not stated
 * @param researcherOrganisationId number of the organisation that does the research, as in KPLUSV (number of
 *     /v1/organisations); it is not checked; absent where it is not stated
 * @param projects ids (id of /v1/projects) of the projects that the round is to look into, each once; they are not
 *     checked; none is named if absent or empty
 * @param source where the round is written, in words: the document and its page or line
 */
public record InventoryRoundRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) @NaturalId String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull Period period,
        @Size(max = 2000) String method,
        @Size(max = 200) String researcher,
        @Size(min = 1, max = 40) String researcherOrganisationId,
        @Size(max = 1000) List<@NotNull UUID> projects,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note) {}
