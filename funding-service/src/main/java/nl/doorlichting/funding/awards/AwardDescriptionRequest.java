package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What of an award can be changed without a decision.
 *
 * @param projectId project of the same programme that it pays for
 * @param officer subject of the officer who handles it
 * @param budgetLineId line of the programme's budget to charge an award to that stands without one; it is never changed
 */
public record AwardDescriptionRequest(
        @NotBlank @Size(max = 200) String title,
        UUID projectId,
        @Size(min = 1, max = 200) String officer,
        Track track,
        ActionLine actionLine,
        UUID budgetLineId,
        @Size(min = 1, max = 2000) String note) {}
