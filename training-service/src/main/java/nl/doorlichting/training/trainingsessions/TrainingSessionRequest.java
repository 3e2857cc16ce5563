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
import java.util.Collections;
import java.util.HashSet;
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
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesRequest;
import nl.doorlichting.training.trainingsessions.SessionVenue.SessionVenueRequest;

/**
 * A planned session.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. Only a correction changes it: another value in a PATCH is 400
 * @param trainingType type of the training, by its code of the codelist training-types, as in GUEST_LECTURE; an unknown
 *     one is 409
 * @param title title of the session
 * @param date day of the session, between 1900-01-01 and 2199-12-31, both included
 * @param place where the session is: a scope and, where it is local, municipalities that exist on the day of the
 *     session; of scope UNSPECIFIED if absent
 * @param projectId project that the session is part of, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; of no project if absent
 * @param organisationId organisation that gives or receives the training, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param track level at which the training works: a code of the codelist tracks; not stated if absent
 * @param actionLine aim that the training serves: a code of the codelist action-lines; not stated if absent
 * @param fundingInstrument how the training is paid: a code of the codelist funding-instruments; not stated if absent
 * @param capacity number of places; who registers later waits; no limit if absent. A number below that of the people
 *     who have a place is 409
 * @param reference name that the caller gives the session, unique in its programme whether in capitals or not, as in
 *     weert/2010-1; none if absent
 * @param source where the session is written down, in words: a document with its page or line, or the planning that it
 *     is from
 * @param series code that the sessions of one series share, as in autumn-2026, in capitals or not; a session of no series
 *     if absent
 * @param hostOrganisationId organisation in whose building the session is, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainers trainers who give the session, by the subjects of their tokens, each once (else 400); not checked against /v1/trainers;
 *     none if absent or empty
 * @param language language of the session, by its two or three small letters (ISO 639), as in nl; not stated if absent
 * @param includedIn whether a training tally counts this session already: the id of that tally, which is of the same
 *     programme, of the same training type or of all, and covers the day; NONE where no tally counts it; UNKNOWN where
 *     that is not known. UNKNOWN if absent, which is refused (400) where such a tally shares the day
 * @param times from when until when the session is on its day; not stated if absent
 * @param venue building and room; not stated if absent. Registrants, trainers of the session and coordinators see it
 * @param link address (URL) by which people attend from elsewhere; not stated if absent. Registrants, trainers of the
 *     session and coordinators see it
 * @param description what the session is about and for whom, in words; not stated if absent
 * @param minimum number of registrations below which the session is not meant to go ahead, at most the capacity; none if
 *     absent. It is not enforced
 * @param registrationOpensAt moment from which people can register; at once if absent
 * @param registrationDeadline moment from which nobody can register any more, after registrationOpensAt and not after the
 *     day of the session (else 400); the end of that day if absent
 * @param contact mailbox or telephone number of the office that answers questions about the session, not of a person; not
 *     stated if absent
 * @param confirm true to change the date to an earlier one in the past although people are registered, whose names are
 *     then erased sooner; without it such a change is refused (400). It is not stored, and has no effect on another
 *     change or on a new session; false if absent
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
        @Size(min = 1, max = 40) @NaturalId String series,
        @Size(min = 1, max = 40) String hostOrganisationId,
        @Size(max = 20) List<@NotBlank @Size(max = 200) @NaturalId String> trainers,

        @Pattern(regexp = LANGUAGE, message = FormTexts.LANGUAGE)
        String language,

        @Pattern(regexp = StatedInclusion.PATTERN, message = FormTexts.INCLUSION)
        String includedIn,

        @Valid SessionTimesRequest times,
        @Valid SessionVenueRequest venue,

        @Size(max = 2000) @Pattern(regexp = LINK, message = FormTexts.LINK)
        String link,

        @Size(min = 1, max = 4000) String description,
        @Min(1) @Max(1_000_000) Integer minimum,
        Instant registrationOpensAt,
        Instant registrationDeadline,

        @Size(max = 200) @Pattern(regexp = CONTACT, message = FormTexts.CONTACT)
        String contact,

        Boolean confirm)
        implements TrainingSession.Fields, HasCrossFieldRules {

    static final String LANGUAGE = "^[a-z]{2,3}$";
    static final String LINK = "^https://[^\\s\"<>]+$";
    // No name of a person fits.
    static final String CONTACT = "^(?:[^@\\s]+@[^@\\s]+|[+]?[0-9][0-9 ()-]{3,30})$";

    @Override
    public List<Violation> crossViolations() {
        var violations = repeated("/trainers", trainers, Text.of("session.trainer-twice"));
        violations.addAll(violationsOfAttending(Collections.singletonList(date)));
        return violations;
    }

    /** A violation for each value that stands earlier in the list. It does not repeat the value, which may be a person. */
    static List<Violation> repeated(String pointer, List<?> values, Text why) {
        var violations = new ArrayList<Violation>();
        var first = new HashSet<Object>();
        for (var i = 0; values != null && i < values.size(); i++) {
            if (values.get(i) != null && !first.add(values.get(i))) {
                violations.add(Violation.body(pointer + "/" + i, ViolationCode.NOT_ALLOWED, why));
            }
        }
        return violations;
    }
}
