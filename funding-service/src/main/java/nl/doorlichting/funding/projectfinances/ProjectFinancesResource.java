package nl.doorlichting.funding.projectfinances;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/project-finances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Project finances", description = "One project's money (projectfinanciën), added up.")
class ProjectFinancesResource {
    private final ProjectFinancesService finances;

    ProjectFinancesResource(ProjectFinancesService finances) {
        this.finances = finances;
    }

    @GET
    @Path("/{projectId}")
    @Allowed(FundingAccess.READ_PROJECT_FINANCES)
    @Operation(
            summary = "Get the money of one project",
            description = "The project itself with its parts, its awards, what was paid per year, prizes and"
                    + " procurements. Money of its parts is theirs. A grantee gets what its own organisation has of its"
                    + " own project. With asOf all as it was recorded then, 404 before the project was; what"
                    + " describes an award is as it is now.")
    public ProjectFinancesResponse getProjectFinances(
            @PathParam("projectId") UUID projectId, @BeanParam AsOfParameter asOf) {
        return finances.of(projectId, asOf.moment());
    }
}
