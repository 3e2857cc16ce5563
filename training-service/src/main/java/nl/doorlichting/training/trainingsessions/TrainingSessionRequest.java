package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A planned session; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. It cannot be changed: another value is 400
 * @param trainingType code of the training type
 * @param title title of the session
 * @param date day of the session
 * @param place where it is: a scope and, where it is local, municipalities that exist on the day of the session; of
 *     scope UNSPECIFIED where none is stated
 * @param projectId id (id of /v1/projects) of the project that it is part of; it is not checked, so GET
 *     /v1/projects/{id} may answer 404; of none if absent
 * @param organisationId number of the organisation that gives or receives it, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param capacity number of places; no limit if absent
 * @param reference name that the caller gives the session, unique in its programme, as in weert/2010-1
 * @param source where this is written, in words: the document and its page or line
 * @param series code that the sessions of one series share, as in autumn-2026; of none if absent
 * @param hostOrganisationId number of the organisation under whose roof it is, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainers subjects of the tokens of the trainers that give it; none if absent
 * @param language language that it is given in, by its two letters (ISO 639-1), as in nl; not stated if absent
 * @param includedIn id of the training tally of the same programme and training type that already counts this session,
 *     NONE, or UNKNOWN; UNKNOWN if absent, which is refused where such a tally covers the day
 * @param confirm true to change the date to an earlier one in the past although people are registered, whose names are
 *     then erased sooner; it is not stored, and has no effect elsewhere; false if absent
 */
public record TrainingSessionRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 40) String trainingType,
        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate date,
        Place place,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Min(1) @Max(1_000_000) Integer capacity,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 40) String series,
        @Size(min = 1, max = 40) String hostOrganisationId,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> trainers,
        @Pattern(regexp = LANGUAGE) String language,
        @Pattern(regexp = StatedInclusion.PATTERN) String includedIn,
        Boolean confirm)
        implements TrainingSession.Fields {

    static final String LANGUAGE = "^[a-z]{2,3}$";
}
