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

@Path(ReachObservationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reach observations", description = "One reach figure each (bereik).")
class ReachObservationResource {
    static final String PATH = "/v1/reach-observations";

    private final ReachService reach;

    ReachObservationResource(ReachService reach) {
        this.reach = reach;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.RESEARCHER)
    @Operation(summary = "Record a reach observation")
    public RestResponse<ReachObservationResponse> createReachObservation(ReachObservationRequest request) {
        var created = reach.recordObservation(request);
        return Answers.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @RolesAllowed({Role.RESEARCHER, Role.REVIEWER, Role.ANALYST, Role.GRANTEE})
    @Operation(summary = "List reach observations")
    public Page<ReachObservationResponse> listReachObservations(
            @QueryParam("programme") String programme,
            @QueryParam("targetGroup") TargetGroup targetGroup,
            @QueryParam("projectId") UUID projectId,
            @QueryParam("organisationId") String organisationId,
            @BeanParam PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("targetGroup", targetGroup)
                .equal("projectId", projectId)
                .equal("organisationId", organisationId);
        return page.list(request -> reach.observations(filter, request));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.RESEARCHER, Role.REVIEWER, Role.ANALYST, Role.GRANTEE})
    @Operation(summary = "Get one reach observation")
    public RestResponse<ReachObservationResponse> getReachObservation(@PathParam("id") UUID id) {
        return Answers.found(reach.observation(id));
    }
}
