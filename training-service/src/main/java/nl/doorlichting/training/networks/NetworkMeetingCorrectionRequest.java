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

/**
 * What a meeting should have stated. Its programme and reference stay.
 *
 * @param reason why the meeting before was wrong, in words
 * @param networkId network that met, by its id (id of /v1/networks), which has to be one of the programme (else 409);
 *     absent for a meeting of no network, such as a conference
 * @param title what the meeting was about
 * @param period day of the meeting, or the days between which several meetings were
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
 */
public record NetworkMeetingCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
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
        @Size(min = 1, max = 2000) String note)
        implements NetworkMeeting.Fields {}
