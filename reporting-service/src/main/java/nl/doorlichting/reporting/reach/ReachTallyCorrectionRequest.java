package nl.doorlichting.reporting.reach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What a reach tally should have stated. Its programme and reference stay.
 *
 * @param reason why the version before was wrong, in words
 * @param organisationId number of the organisation whose figure it is, as in GM0988 (number of /v1/organisations); it
 *     is not checked; not stated if absent
 * @param roundId id of the round of research that found it; of none if absent
 * @param period days that the figure is about
 * @param targetGroup whom the figure counts: a code of the codelist target-groups
 * @param reach number of people of the target group that were reached; a person who takes part twice counts twice
 * @param source where this is written, in words: the document and its page or line
 */
public record ReachTallyCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @Size(min = 1, max = 40) String organisationId,
        UUID roundId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        @NotNull Period period,
        @NotNull TargetGroup targetGroup,
        @NotNull Quantity reach,
        Place place,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note)
        implements ReachStatement {}
