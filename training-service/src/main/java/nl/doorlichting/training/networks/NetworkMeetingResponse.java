package nl.doorlichting.training.networks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as stored. */
public record NetworkMeetingResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID networkId,
        String title,
        Period period,
        Place place,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID projectId,
        Quantity meetings,
        @Schema(nullable = true) Quantity attendance,
        @Schema(nullable = true) TargetGroup targetGroup,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) String reason,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    static NetworkMeetingResponse from(NetworkMeeting meeting) {
        var stated = meeting.stated();
        return new NetworkMeetingResponse(
                meeting.id(),
                stated.programme(),
                stated.networkId(),
                stated.title(),
                stated.period(),
                stated.place(),
                stated.track(),
                stated.organisationId(),
                stated.projectId(),
                stated.meetings(),
                stated.attendance(),
                stated.targetGroup(),
                stated.source(),
                stated.reference(),
                stated.note(),
                meeting.reason(),
                meeting.createdAt(),
                meeting.etag(),
                List.of("corrections"));
    }
}
