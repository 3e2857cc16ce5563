package nl.doorlichting.reporting.embeddings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
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
 * What is known, on a day, of whether something will last. A field that is absent is not stated.
 *
 * @param projectId project that the statement is about, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; absent where it is of no one project
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
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
 *     because the statement has no period; of scope UNSPECIFIED where none is stated; in a PATCH its parts that are not
 *     named stay
 * @param subject what will last or not, in words, such as a part of the project
 * @param language language of subject, by its two letters: nl or en; nl if absent
 * @param statedOn day of the statement, not in the future; a second one of the same day about the same programme,
 *     project and subject is 409
 * @param status whether the subject will last: a code of the codelist embedding-statuses
 * @param where organisation, budget or place where the subject is continued, in words; not stated if absent
 * @param responsible organisation or role that is responsible for the subject from then on, without a person's name;
 *     not stated if absent
 * @param until first day on which the subject is no longer secured, later than statedOn; no end is stated if absent
 * @param source where the statement is written, in words: the document and its page or line
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

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotNull LocalDate statedOn,
        @NotNull EmbeddingStatus status,
        @Size(min = 1, max = 500) String where,
        @Size(min = 1, max = 200) String responsible,
        LocalDate until,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements ActivityFields, HasCrossFieldRules {
    public EmbeddingRequest {
        place = Objects.requireNonNullElse(place, Place.UNSPECIFIED);
        language = Objects.requireNonNullElse(language, "nl");
    }

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
