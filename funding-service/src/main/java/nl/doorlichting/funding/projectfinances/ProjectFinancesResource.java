package nl.doorlichting.funding.projectfinances;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.api.figures.RecordedMoment;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/project-finances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Project finances", description = "One project's money (projectfinanciën), added up.")
class ProjectFinancesResource {
    private final ProjectFinancesService finances;
    private final Clock clock;

    ProjectFinancesResource(ProjectFinancesService finances, Clock clock) {
        this.finances = finances;
        this.clock = clock;
    }

    @GET
    @Path("/{projectId}")
    @Allowed(FundingAccess.READ_PROJECT_FINANCES)
    @Operation(
            summary = "Get the money of one project",
            description = "The project itself with its parts, its awards, what was paid per year, prizes and"
                    + " procurements. Money of its parts is theirs. A grantee gets what its own organisation has of its"
                    + " own project. With asOf the money as it was recorded then; the project, its parts and what"
                    + " describes an award are as they are now.")
    public ProjectFinancesResponse getProjectFinances(
            @PathParam("projectId") UUID projectId,
            @Parameter(
                            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        RecordedMoment.refuseFuture(asOf, clock.instant());
        return finances.of(projectId, asOf);
    }
}
