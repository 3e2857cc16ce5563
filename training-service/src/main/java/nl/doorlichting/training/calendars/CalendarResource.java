package nl.doorlichting.training.calendars;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Produces(SessionCalendar.MEDIA_TYPE)
@Tag(name = "Calendars", description = "Sessions in the calendars of those who give or attend them (agenda's).")
class CalendarResource {
    static final String FEED = "/v1/calendars/";

    private final CalendarService calendars;

    CalendarResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @Path("/training-sessions/{id}/calendar")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Get one training session for a calendar",
            description = "As iCalendar (RFC 5545), to open in a calendar program. A later version has a higher SEQUENCE, and a"
                    + " session that does not go ahead has STATUS CANCELLED. Place and link are for registrants, trainers of the"
                    + " session and coordinators. It names no person.")
    public RestResponse<String> getTrainingSessionCalendar(@PathParam("id") UUID id) {
        return calendar(calendars.ofSession(id));
    }

    @GET
    @Path("/calendar")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Get the caller's own calendar",
            description = "As iCalendar (RFC 5545): the sessions that name the caller as a trainer, and those for which it is or was"
                    + " registered, from a year ago on. A cancelled registration has STATUS CANCELLED, one in the queue"
                    + " TENTATIVE.")
    public RestResponse<String> getOwnCalendar() {
        return calendar(calendars.own());
    }

    @GET
    @Path("/calendars/{key}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get the calendar of a feed",
            description = "The same as the owner's own calendar, for programs that fetch it again and again and have no token: the key"
                    + " is the permission. 404 for a key that is unknown, revoked or past its term.")
    public RestResponse<String> getCalendar(
            @Parameter(description = "Key of the feed, as its path has it.", example = "0123456789abcdefghijklmnopqrstuvwxyz0123456")
                    @PathParam("key")
                    String key) {
        return calendar(calendars.ofKey(key));
    }

    private static RestResponse<String> calendar(String text) {
        return RestResponse.ResponseBuilder.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, SessionCalendar.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE)
                .build();
    }
}
