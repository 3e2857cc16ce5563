package nl.doorlichting.funding.awards;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of an award can be changed without a decision.
 *
 * @param title what the award is for, in a few words
 * @param projectId project of the same programme that it pays for, by its id; none if absent
 * @param officer subject of the token of the official that handles the award: one that handled an
 *     application or recorded an award before, or the caller; none if absent
 * @param track level at which the project works: a code of the codelist tracks; not stated if absent
 * @param actionLine aim of the project: a code of the codelist action-lines; not stated if absent
 * @param budgetLineId line of the programme's budget that it is charged to; absent while it stands without one. Once
 *     there is one it cannot be changed: another value, or to empty it, is 400
 * @param includedIn id of the award tally of the same programme and instrument that holds this award, so that no sum
 *     counts it twice; absent where none does
 */
@Embeddable
@Schema(name = "AwardDescriptionRequest")
public record AwardDescription(
        @NotBlank @Size(max = 200) String title,
        UUID projectId,
        @Size(min = 1, max = 200) String officer,
        @Enumerated(EnumType.STRING) Track track,
        @Enumerated(EnumType.STRING) ActionLine actionLine,
        UUID budgetLineId,
        @Size(min = 1, max = 2000) String note,
        UUID includedIn) {

    /** The same, charged to this line. */
    AwardDescription chargedTo(UUID line) {
        return new AwardDescription(title, projectId, officer, track, actionLine, line, note, includedIn);
    }
}
