package nl.doorlichting.funding.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is still to be done by a day.
 *
 * @param due the last day
 * @param overdue whether that day is past; never true of a condition that the state cannot enforce
 * @param enforceable false of a condition that the state cannot enforce: it is followed, and is never overdue
 * @param organisationId number of the organisation whose application or award it is
 * @param officer subject of the officer who handles it; null while there is none
 * @param subject path at the gateway of what it is about
 */
public record DeadlineResponse(
        String id,
        DeadlineKind kind,
        LocalDate due,
        boolean overdue,
        boolean enforceable,
        String programme,
        String organisationId,
        @Schema(nullable = true) String officer,
        UUID subjectId,
        String subject,
        String title,
        String etag,
        List<String> allowedActions) {}
