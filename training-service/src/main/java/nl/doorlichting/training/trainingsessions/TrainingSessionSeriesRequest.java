package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

/**
 * The same session on several days; each is a session of its own from then on.
 *
 * @param series code that the sessions share
 * @param dates the day of each session
 * @param title title of each session
 * @param place where they are: a scope and, where it is local, municipalities that exist on the day of each session
 * @param projectId id (id of /v1/projects) of the project that they are part of; it is not checked, so GET
 *     /v1/projects/{id} may answer 404; of none if absent
 * @param organisationId number of the organisation that gives or receives them, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param capacity number of places of each session; no limit if absent
 * @param source where the sessions are taken from, in words
 * @param hostOrganisationId number of the organisation under whose roof they are, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainers subjects of the tokens of the trainers that give them; none if absent
 * @param language language that they are given in, by its two letters (ISO 639-1), as in nl; not stated if absent
 * @param includedIn whether a training tally already counts the sessions: its id, NONE or UNKNOWN, the same for each of
 *     them; UNKNOWN if absent
 */
public record TrainingSessionSeriesRequest(
        @NotBlank @Size(max = 40) String series,
        @NotEmpty @Size(max = 100) List<@NotNull LocalDate> dates,
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 40) String trainingType,
        @NotBlank @Size(max = 200) String title,
        Place place,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Min(1) @Max(1_000_000) Integer capacity,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 40) String hostOrganisationId,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> trainers,
        @Pattern(regexp = TrainingSessionRequest.LANGUAGE) String language,
        @Pattern(regexp = StatedInclusion.PATTERN) String includedIn)
        implements TrainingSession.Fields {}
