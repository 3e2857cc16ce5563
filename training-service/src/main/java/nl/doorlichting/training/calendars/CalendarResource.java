package nl.doorlichting.training.calendars;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.responses.EntityTag;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Path("/calendar")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Get the caller's own calendar",
            description =
                    "As iCalendar (RFC 5545): the sessions that name the caller as a trainer, and those for which it is or was"
                            + " registered, from a year ago on. A cancelled registration has STATUS CANCELLED, one in the queue"
                            + " TENTATIVE.")
    @APIResponse(responseCode = "200", description = "The calendar")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<String> getOwnCalendar() {
        return calendar(calendars.own());
    }

    @GET
    @Path("/calendars/{key}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get the calendar of a feed",
            description =
                    "The same as the owner's own calendar, for programs that fetch it again and again and have no token: the key"
                            + " is the permission. 404 for a key that is unknown, revoked or past its term.")
    @APIResponse(responseCode = "200", description = "The calendar")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<String> getCalendar(
            @Parameter(
                            description = "Key of the feed, as its path has it.",
                            example = "0123456789abcdefghijklmnopqrstuvwxyz0123456")
                    @PathParam("key")
                    String key) {
        return calendar(calendars.ofKey(key));
    }

    static RestResponse<String> calendar(String text) {
        return RestResponse.ResponseBuilder.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, SessionCalendar.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trainings.ics\"")
                .header(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE)
                .header(HttpHeaders.ETAG, EntityTag.of(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
