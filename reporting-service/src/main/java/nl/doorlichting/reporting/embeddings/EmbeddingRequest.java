package nl.doorlichting.reporting.embeddings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;

/**
 * What is known, on a day, of whether something will last; a field that is absent is not stated.
 *
 * @param place where it was or is: a scope and, where it is local, municipalities of any day of the register, because
 *     the statement has no period; of scope UNSPECIFIED where none is stated
 * @param subject what will last or not, in words
 * @param statedOn day of the statement, not in the future; one statement a day about a project and subject
 * @param status whether it will last
 * @param where organisation or place where it is continued; not stated if absent
 * @param responsible organisation or role that is responsible from then on, without a person's name; not stated if
 *     absent
 * @param until day up to which that is settled, later than statedOn; no end if absent
 * @param source where this is written, in words: the document and its page or line
 */
public record EmbeddingRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        @NotBlank @Size(max = 200) String subject,
        @NotNull LocalDate statedOn,
        @NotNull EmbeddingStatus status,
        @Size(min = 1, max = 500) String where,
        @Size(min = 1, max = 200) String responsible,
        LocalDate until,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements ActivityFields, HasCrossFieldRules {
    @Override
    public List<Violation> crossViolations() {
        if (until == null || statedOn == null || until.isAfter(statedOn)) {
            return List.of();
        }
        var first = statedOn.plusDays(1);
        return List.of(Violation.body(
                "/until",
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", first.toString()),
                Text.of("embedding.until-before", first)));
    }
}
