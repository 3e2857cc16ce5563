package nl.doorlichting.training.trainingsessions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesRequest;
import nl.doorlichting.training.trainingsessions.SessionVenue.SessionVenueRequest;

/**
 * The same session on several days; each is a session of its own from then on.
 *
 * @param series code that the sessions share, as in autumn-2026
 * @param dates the day of each session, at least one, each once (else 400), on which the series has no session yet (409
 *     otherwise), between 1900-01-01 and 2199-12-31, both included
 * @param programme code of the programme of the sessions, such as APR-2007-2011 (code of /v1/programmes); it is not
 *     checked against them
 * @param trainingType type of the trainings, by its code of the codelist training-types, as in GUEST_LECTURE; an
 *     unknown one is 409
 * @param title title of each session
 * @param place where the sessions are: a scope and, where it is local, municipalities that exist on the day of each
 *     session; of scope UNSPECIFIED if absent
 * @param projectId project that the sessions are part of, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; of no project if absent
 * @param organisationId organisation that gives or receives the trainings, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param track level at which the trainings work: a code of the codelist tracks; not stated if absent
 * @param actionLine aim that the trainings serve: a code of the codelist action-lines; not stated if absent
 * @param fundingInstrument how the trainings are paid: a code of the codelist funding-instruments; not stated if absent
 * @param capacity number of places of each session; no limit if absent
 * @param source where the sessions are written down, in words: a document with its page or line, or the planning that
 *     they are from
 * @param hostOrganisationId organisation in whose building the sessions are, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainers trainers who give the sessions, by the subjects of their tokens, each once (else 400); not checked against /v1/trainers;
 *     none if absent or empty
 * @param language language of the sessions, by its two or three small letters (ISO 639), as in nl; not stated if absent
 * @param includedIn whether a training tally counts the sessions already, the same for each of them: the id of that
 *     tally, which is of the same programme, of the same training type or of all, and covers the days; NONE where no
 *     tally counts them; UNKNOWN where that is not known. UNKNOWN if absent, which is refused (400) where such a tally
 *     shares a day
 * @param times from when until when each session is on its day; not stated if absent
 * @param venue building and room; not stated if absent. Registrants, their trainers and coordinators see it
 * @param link address (URL) by which people attend from elsewhere; not stated if absent. Registrants, their trainers
 *     and coordinators see it
 * @param description what the sessions are about and for whom, in words; not stated if absent
 * @param minimum number of registrations below which a session is not meant to go ahead, at most the capacity; none if
 *     absent. It is not enforced
 * @param registrationOpensAt moment from which people can register for all of them; at once if absent
 * @param registrationDeadline moment from which nobody can register any more for any of them, after registrationOpensAt and not
 *     after the last day (else 400); the end of the day of each session if absent
 * @param contact mailbox or telephone number of the office that answers questions about the sessions, not of a person; not
 *     stated if absent
 */
public record TrainingSessionSeriesRequest(
        @NotBlank @Size(max = 40) @NaturalId String series,
        @NotNull @Size(min = 1, max = 100) List<@NotNull LocalDate> dates,
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
        @Size(max = 20) List<@NotBlank @Size(max = 200) @NaturalId String> trainers,

        @Pattern(regexp = TrainingSessionRequest.LANGUAGE, message = FormTexts.LANGUAGE)
        String language,

        @Pattern(regexp = StatedInclusion.PATTERN, message = FormTexts.INCLUSION)
        String includedIn,

        @Valid SessionTimesRequest times,
        @Valid SessionVenueRequest venue,

        @Size(max = 2000) @Pattern(regexp = TrainingSessionRequest.LINK, message = FormTexts.LINK)
        String link,

        @Size(min = 1, max = 4000) String description,
        @Min(1) @Max(1_000_000) Integer minimum,
        Instant registrationOpensAt,
        Instant registrationDeadline,

        @Size(max = 200) @Pattern(regexp = TrainingSessionRequest.CONTACT, message = FormTexts.CONTACT)
        String contact)
        implements TrainingSession.Fields, HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations =
                new ArrayList<>(TrainingSessionRequest.repeated("/dates", dates, Text.of("session.date-twice")));
        violations.addAll(TrainingSessionRequest.repeated("/trainers", trainers, Text.of("session.trainer-twice")));
        violations.addAll(violationsOfAttending(dates == null ? List.of() : dates));
        return violations;
    }
}
