package nl.doorlichting.funding.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is still to be done by a day.
 *
 * @param id kind and subjectId with a slash between them, the same while the deadline is open
 * @param kind what is to be done: a code of the codelist deadline-kinds
 * @param due last day on which it is done in time
 * @param overdue true where that day is past; never for a condition that the state cannot enforce
 * @param enforceable false for a condition that the state cannot enforce, which is never overdue; true for all else
 * @param programme programme of the application or the award, by its code, as in APR-2007-2011
 * @param organisationId number of the organisation whose application, award or claim it is, as in GM0988
 * @param officer subject of the token of the official that handles the application or the award; null while there is
 *     none
 * @param subjectId id of what the deadline is about: of the application, the award, the condition, the claim or, for
 *     INSTALMENT, the instalment, which no operation takes
 * @param subject path of the record to open: of the application, the award, the condition or the claim; for INSTALMENT
 *     that of the award
 * @param title for CONDITION the text of the duty, else the title of the application or the award; empty text where an
 *     application has no title
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
