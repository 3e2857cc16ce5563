package nl.doorlichting.training.networks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A meeting, or several that their source counts together; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param networkId network that met, by its id (id of /v1/networks), which has to be one of the programme (else 409);
 *     absent for a meeting of no network, such as a conference
 * @param title what the meeting was about
 * @param period day of the meeting, or the days between which several meetings were. One that begins after today has no
 *     attendance (else 400)
 * @param place where the meeting was: a scope and, where it is local, municipalities that exist on a day of the period;
 *     of scope UNSPECIFIED if absent
 * @param track level of the meeting: a code of the codelist tracks; not stated if absent, and statistics then take that
 *     of the network
 * @param organisationId organisation that hosted the meeting, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param projectId project that the meeting was part of, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; of no project, or not stated, if absent
 * @param meetings number of meetings that the record stands for; one if absent
 * @param attendance number of people who came: to one meeting each person once, to several meetings all of them
 *     together as the source counts them, so that a person who came to more than one may count more than once; not
 *     stated if absent
 * @param targetGroup target group of the people who came; not stated if absent
 * @param source where the meeting is written down, in words: the document and its page or line
 * @param reference name that the caller gives the meeting, unique in its programme, as in weert/2010-1; none if absent
 */
public record NetworkMeetingRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID networkId,
        @NotBlank @Size(max = 200) String title,
        @NotNull Period period,
        Place place,
        Track track,
        @Size(min = 1, max = 40) String organisationId,
        UUID projectId,
        Quantity meetings,
        Quantity attendance,
        TargetGroup targetGroup,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements NetworkMeeting.Fields {}
