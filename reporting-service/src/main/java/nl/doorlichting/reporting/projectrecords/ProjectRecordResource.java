package nl.doorlichting.reporting.projectrecords;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.reachstatistics.ReachOfProject;
import nl.doorlichting.reporting.reachstatistics.ReachStatisticsService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/project-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Project records", description = "What the inventories hold of one project (resultaten van een project).")
class ProjectRecordResource {
    private final ProjectRecordService records;
    private final ReachStatisticsService sums;

    ProjectRecordResource(ProjectRecordService records, ReachStatisticsService sums) {
        this.records = records;
        this.sums = sums;
    }

    @GET
    @Path("/{projectId}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get what the inventories hold of one project",
            description =
                    "Reports, reach with its sums, indicators, verdicts, lessons, embedding and products, as far as the"
                            + " caller may see them. A project of which nothing is known has empty lists. With asOf as"
                            + " it was recorded then, with which nothing can be done.")
    public ProjectRecordResponse getProjectRecord(
            @PathParam("projectId") UUID projectId, @BeanParam AsOfParameter asOf) {
        return records.get(projectId, asOf.moment());
    }

    @GET
    @Path("/{projectId}/reach-sums")
    @Allowed(ReportingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the reach of one project",
            description =
                    "By target group, as in the records of the project. For callers who may read sums, also those who"
                            + " may not read the observations.")
    public ReachOfProject getProjectReachSums(@PathParam("projectId") UUID projectId, @BeanParam AsOfParameter asOf) {
        return sums.ofProject(projectId, asOf.moment());
    }
}
