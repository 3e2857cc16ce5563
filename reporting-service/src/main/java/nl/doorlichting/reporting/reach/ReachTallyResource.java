package nl.doorlichting.reporting.reach;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.vocabulary.TargetGroup;
import nl.doorlichting.kernel.web.Answers;
import nl.doorlichting.kernel.web.CsvLists;
import nl.doorlichting.kernel.web.PageParameters;
import nl.doorlichting.kernel.web.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ReachTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reach tallies", description = "Reach figures that their source gives only as a total.")
class ReachTallyResource {
    static final String PATH = "/v1/reach-tallies";

    private final ReachService reach;

    ReachTallyResource(ReachService reach) {
        this.reach = reach;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.RESEARCHER)
    @Operation(summary = "Record a reach tally")
    public RestResponse<ReachTallyResponse> createReachTally(ReachTallyRequest request) {
        var created = reach.recordTally(request);
        return Answers.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @RolesAllowed({Role.RESEARCHER, Role.REVIEWER, Role.ANALYST})
    @Operation(summary = "List reach tallies")
    public Page<ReachTallyResponse> listReachTallies(
            @QueryParam("programme") String programme,
            @QueryParam("targetGroup") TargetGroup targetGroup,
            @BeanParam PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("targetGroup", targetGroup);
        return page.list(request -> reach.tallies(filter, request));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.RESEARCHER, Role.REVIEWER, Role.ANALYST})
    @Operation(summary = "Get one reach tally")
    public RestResponse<ReachTallyResponse> getReachTally(@PathParam("id") UUID id) {
        return Answers.found(reach.tally(id));
    }
}
