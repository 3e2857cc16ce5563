package nl.doorlichting.training.calendars;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.calendars.CalendarFeedResponse.CalendarFeedsResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(CalendarFeedResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Sessions in the calendars of those who give or attend them (agenda's).")
class CalendarFeedResource {
    static final String PATH = "/v1/calendar-feeds";

    private final CalendarService calendars;

    CalendarFeedResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Make a feed of the caller's own calendar",
            description =
                    "An address with a key of its own, for a calendar program. The answer is the only one that has it, and a"
                            + " repeated request gets the feed without it: who loses it makes another feed. 409 beyond 10 feeds.")
    public RestResponse<CalendarFeedResponse> createCalendarFeed() {
        var made = calendars.makeFeed();
        return Responses.created(PATH + "/" + made.id(), made);
    }

    @GET
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "List the caller's own feeds",
            description = "Those whose addresses are valid, without the addresses.")
    public CalendarFeedsResponse listCalendarFeeds() {
        return calendars.feeds();
    }

    @POST
    @Idempotent
    @Path("/{id}/revocation")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Revoke a feed",
            description =
                    "Its address is not valid from then on, and the feed is deleted. 404 unless it is the caller's.")
    @APIResponse(responseCode = "200", description = "The feed as it was")
    public RestResponse<CalendarFeedResponse> revokeCalendarFeed(@PathParam("id") UUID id) {
        return Responses.found(calendars.revoke(id));
    }
}
