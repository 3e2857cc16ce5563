package nl.doorlichting.reporting.lessons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.reporting.activity.LessonRole;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * A lesson or good practice. A field that is absent is not stated. The lesson becomes public, so no person is named in
 * it.
 *
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 * @param projectId project that the lesson is from, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; absent where it is of no one project
 * @param organisationId number of the organisation that carried out the activity, as in GM0988 (number of
 *     /v1/organisations); it is not checked; absent where it is not stated
 * @param track level at which the activity works: a code of the codelist tracks; absent where it is not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; absent where it is not stated
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments; absent
 *     where it is not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated; a PATCH
 *     replaces the list whole
 * @param phenomena what the activity is about: codes of the codelist phenomena; empty where not stated; a PATCH
 *     replaces the list whole
 * @param place where the activity was or is: a scope and, where it is local, municipalities of any day of the register,
 *     because a lesson has no period; of scope UNSPECIFIED where none is stated; in a PATCH its parts that are not
 *     named stay
 * @param kind what kind of lesson was drawn: a code of the codelist lesson-kinds
 * @param title the lesson in one line
 * @param text the lesson in full; only its title if absent
 * @param tags free words to find the lesson by; empty where there are none; a PATCH replaces the list whole
 * @param helps roles that the lesson helps: codes of the codelist lesson-roles; empty where none is stated, which does
 *     not mean all; a PATCH replaces the list whole
 * @param phase phase of a project in which the lesson helps: a code of the codelist project-phases; absent where it is
 *     not stated
 * @param language language of title and text, by its two letters: nl or en; nl if absent
 * @param translationOf the lesson of the programme that this one says in another language, by its id (id of
 *     /v1/lessons), so that the two count as one; absent where this is a lesson of its own
 * @param source where the lesson is written, in words: the document and its page or line
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

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        UUID translationOf,
        @NotBlank @Size(max = 500) String source)
        implements PublishableRecord.Content {
    public LessonRequest {
        place = Objects.requireNonNullElse(place, Place.UNSPECIFIED);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }

    /** Each once. */
    @Override
    public List<String> tags() {
        return tags == null ? List.of() : tags.stream().distinct().toList();
    }
}
