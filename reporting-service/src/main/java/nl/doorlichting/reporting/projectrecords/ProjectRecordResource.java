package nl.doorlichting.reporting.projectrecords;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/project-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Project records", description = "What the inventories hold of one project (resultaten van een project).")
class ProjectRecordResource {
    private final ProjectRecordService records;

    ProjectRecordResource(ProjectRecordService records) {
        this.records = records;
    }

    @GET
    @Path("/{projectId}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get what the inventories hold of one project",
            description =
                    "Reports, reach, indicators, verdicts, lessons, embedding and products, as far as the caller may"
                            + " see them. A project of which nothing is known has empty lists.")
    public ProjectRecordResponse getProjectRecord(@PathParam("projectId") UUID projectId) {
        return records.get(projectId);
    }
}
