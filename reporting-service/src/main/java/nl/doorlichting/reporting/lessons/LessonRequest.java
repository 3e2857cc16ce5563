package nl.doorlichting.reporting.lessons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * A lesson or good practice; a field that is absent is not stated. It becomes public, so no person is named in it.
 *
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 * @param place where it was or is: a scope and, where it is local, municipalities of any day of the register, because a
 *     lesson has no period; of scope UNSPECIFIED where none is stated
 * @param kind what kind of lesson was drawn
 * @param title the lesson in one line
 * @param text the lesson in full; only its title if absent
 * @param tags free words to find it by
 * @param helps whom the lesson helps: codes of the codelist lesson-roles
 * @param phase phase of a project in which it helps; not stated if absent
 * @param language language of title and text: nl or en; nl if absent
 * @param source where this is written, in words: the document and its page or line
 */
public record LessonRequest(
        @NotBlank @Size(max = 40) String programme,
        @Size(min = 1, max = 200) @NaturalId String reference,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        @NotNull LessonKind kind,
        @NotBlank @Size(max = 300) String title,
        @Size(min = 1, max = 8000) String text,
        @Size(max = 30) List<@NotBlank @Size(max = 60) String> tags,
        @Size(max = 6) List<@NotNull LessonRole> helps,
        ProjectPhase phase,
        @Pattern(regexp = "^(nl|en)$") String language,
        @NotBlank @Size(max = 500) String source)
        implements PublishableRecord.Content {}
