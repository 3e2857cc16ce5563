package nl.doorlichting.funding.applications;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step that was taken with an application.
 *
 * @param transition last segment of its path, such as submission
 * @param status what the application was from then on
 * @param note what the applicant was told, or told
 */
@Schema(name = "ApplicationEvent")
public record EventResponse(
        String transition,
        ApplicationStatus status,
        @Schema(nullable = true) String note,
        Instant at) {

    static EventResponse from(Event event) {
        return new EventResponse(event.transition(), event.status(), event.note(), event.at());
    }
}
