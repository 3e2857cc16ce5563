package nl.doorlichting.reporting.reach;

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
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvLists;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ReachTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reach tallies", description = "Reach figures that their source gives only as a total.")
class ReachTallyResource {
    static final String PATH = "/v1/reach-tallies";

    private final ReachService reach;
    private final ReachListService lists;

    ReachTallyResource(ReachService reach, ReachListService lists) {
        this.reach = reach;
        this.lists = lists;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(summary = "Record a reach tally")
    public RestResponse<ReachTallyResponse> createReachTally(ReachTallyRequest request) {
        var id = reach.recordTally(request);
        return Responses.created(PATH + "/" + id, lists.tally(id, null));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "List reach tallies")
    public Page<ReachTallyResponse> listReachTallies(
            @QueryParam("programme") String programme,
            @QueryParam("targetGroup") TargetGroup targetGroup,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf,
            @BeanParam PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("targetGroup", targetGroup);
        return page.list(request -> lists.tallies(filter, asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "Get one reach tally")
    public RestResponse<ReachTallyResponse> getReachTally(
            @PathParam("id") UUID id,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(lists.tally(id, asOf));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a reach tally",
            description = "Makes a new version with its reason; the earlier ones stay, and can be asked for by asOf.")
    @APIResponseSchema(value = ReachTallyResponse.class, responseCode = "201", responseDescription = "The new version")
    public RestResponse<ReachTallyResponse> correctReachTally(
            @PathParam("id") UUID id, ReachTallyCorrectionRequest request) {
        reach.correctTally(id, request);
        return Responses.created(PATH + "/" + id, lists.tally(id, null));
    }
}
