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

/**
 * A meeting as stored.
 *
 * @param networkId id of the network that met; null for a meeting of no network, such as a conference
 * @param organisationId number of the organisation that hosted it, as in GM0988 (number of /v1/organisations); it is
 *     not checked; null where it is not stated
 * @param projectId id (id of /v1/projects) of the project that it was part of; it is not checked, so GET
 *     /v1/projects/{id} may answer 404; null where it was part of none
 * @param meetings number of meetings that the record stands for
 * @param attendance number of people who came; null where it is not stated
 * @param targetGroup target group of the people who came; null where not stated
 * @param reason why the meeting before was wrong; null in the first version
 */
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
        implements HasEtag {}
