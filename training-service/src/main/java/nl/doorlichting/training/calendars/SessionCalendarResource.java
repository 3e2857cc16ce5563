package nl.doorlichting.training.calendars;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-sessions/{id}/calendar")
@Produces(SessionCalendar.MEDIA_TYPE)
@Tag(name = "Calendars", description = "Sessions in the calendars of those who give or attend them (agenda's).")
class SessionCalendarResource {
    private final CalendarService calendars;

    SessionCalendarResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Get one training session for a calendar",
            description =
                    "As iCalendar (RFC 5545), to open in a calendar program. A later version has a higher SEQUENCE, and a"
                            + " session that does not go ahead has STATUS CANCELLED. Place and link are for registrants, trainers of the"
                            + " session and coordinators. It names no person.")
    @APIResponse(responseCode = "200", description = "The calendar")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<String> getTrainingSessionCalendar(@PathParam("id") UUID id) {
        return CalendarResource.calendar(calendars.ofSession(id));
    }
}
