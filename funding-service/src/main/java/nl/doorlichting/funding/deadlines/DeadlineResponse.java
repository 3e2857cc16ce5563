package nl.doorlichting.funding.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is still to be done by a day.
 *
 * @param id id of the deadline, the same while it is open
 * @param kind what is to be done
 * @param due last day on which it is in time
 * @param overdue whether that day is past; never true of a condition that the state cannot enforce
 * @param enforceable false of a condition that the state cannot enforce: it is followed, and is never overdue
 * @param organisationId number of the organisation whose application or award it is, as in GM0988
 * @param officer subject of the token of the official that handles it; null while there is none
 * @param subjectId id of the application, award or condition that it is about
 * @param subject path of what it is about
 * @param title title of what it is about
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
