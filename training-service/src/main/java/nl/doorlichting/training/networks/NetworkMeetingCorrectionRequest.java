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
 * A whole meeting, in place of a wrong one: a field that is absent is not stated. Its programme and reference stay.
 *
 * @param reason why the meeting before was wrong, in words
 * @param networkId id of the network that met; absent for a meeting of no network, such as a conference
 * @param organisationId number of the organisation that hosted it, as in GM0988 (number of /v1/organisations); it is
 *     not checked; not stated if absent
 * @param meetings number of meetings that the record stands for; one if absent
 * @param attendance number of people who came; not stated if absent
 * @param targetGroup target group of the people who came; not stated if absent
 * @param source where this is written, in words: the document and its page or line
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
        @Size(max = 2000) String note)
        implements NetworkMeeting.Fields {}
