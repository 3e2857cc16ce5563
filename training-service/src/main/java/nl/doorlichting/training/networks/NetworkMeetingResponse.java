package nl.doorlichting.training.networks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meeting as stored, or with asOf as it was then.
 *
 * @param networkId network that met, by its id (id of /v1/networks); null for a meeting of no network, such as a
 *     conference
 * @param place where the meeting was: a scope and, where it is local, municipalities that exist on a day of the period;
 *     of scope UNSPECIFIED where none is stated
 * @param track level of the meeting: a code of the codelist tracks; null where it is not stated, and statistics then
 *     take that of the network
 * @param organisationId organisation that hosted the meeting, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param projectId project that the meeting was part of, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; null where it was part of none, or none is stated
 * @param meetings number of meetings that the record stands for
 * @param attendance number of people who came: to one meeting each person once, to several meetings all of them
 *     together as the source counts them, so that a person who came to more than one may count more than once; null
 *     where it is not stated
 * @param targetGroup target group of the people who came; null where it is not stated
 * @param reason why the meeting before was wrong, in words; null in the first version
 * @param withdrawal why the meeting counts nowhere any more; null unless it was withdrawn
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
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
