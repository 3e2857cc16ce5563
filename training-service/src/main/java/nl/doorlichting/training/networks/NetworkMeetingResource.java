package nl.doorlichting.training.networks;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(NetworkMeetingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Networks", description = "Networks (netwerken) of professionals and organisations, and their meetings.")
class NetworkMeetingResource {
    static final String PATH = "/v1/network-meetings";

    private final NetworkMeetingService meetings;

    NetworkMeetingResource(NetworkMeetingService meetings) {
        this.meetings = meetings;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a meeting",
            description = "A meeting of a network or a conference, or several that their source counts together."
                    + " One with the same reference is 409.")
    public RestResponse<NetworkMeetingResponse> createNetworkMeeting(
            @QueryParam("strict") Boolean strict, NetworkMeetingRequest request) {
        var created = meetings.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "List meetings",
            description =
                    "Meetings of networks and meetings of none, with how many people came; with asOf as they were at a"
                            + " moment.")
    public Page<NetworkMeetingResponse> listNetworkMeetings(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("networkId") @Separator(",") List<UUID> networkId,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(NetworkMeetingRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("networkId", networkId);
        return page.list(request -> meetings.page(RecordWithdrawal.narrow(filter, withdrawn), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(summary = "Get one meeting", description = "With how many people came, as the source states it.")
    public RestResponse<NetworkMeetingResponse> getNetworkMeeting(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 404 before the record was made.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(meetings.get(id, asOf));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a meeting",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What it stated"
                            + " before is kept. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = NetworkMeetingResponse.class,
            responseCode = "201",
            responseDescription = "The meeting as it is now")
    public RestResponse<NetworkMeetingResponse> correctNetworkMeeting(
            @PathParam("id") UUID id,
            @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NetworkMeetingCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, meetings.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Withdraw a meeting",
            description = "It counts nowhere from now on; what it stated stays readable. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = NetworkMeetingResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<NetworkMeetingResponse> withdrawNetworkMeeting(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(meetings.withdraw(id, request));
    }
}
