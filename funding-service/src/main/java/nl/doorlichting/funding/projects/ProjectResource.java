package nl.doorlichting.funding.projects;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.ActivityParameter;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(ProjectResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "What money pays for, with its parts (projecten, deelprojecten).")
class ProjectResource {
    static final String PATH = "/v1/projects";

    private final ProjectService projects;
    private final MunicipalityRegister register;

    ProjectResource(ProjectService projects, MunicipalityRegister register) {
        this.projects = projects;
        this.register = register;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ProjectResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_PROJECTS)
    @Operation(
            summary = "Record a project",
            description = "Records what money pays for, or with parentId a part of a project. A project with the "
                    + "same code in the programme is 409.")
    public RestResponse<ProjectResponse> createProject(ProjectRequest request) {
        var created = projects.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_PROJECTS)
    @Operation(
            summary = "List projects",
            description = "A grantee sees those of its own organisation. A filter on a field that a project does not"
                    + " state leaves the project out.")
    public Page<ProjectResponse> listProjects(
            @BeanParam ProjectFilters filters,
            @BeanParam ActivityParameter activity,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ProjectRepository.class) PageParameters page) {
        var filter = activity.narrow(filters.toFilter(), "", register);
        return page.list(request -> projects.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_PROJECTS)
    @Operation(
            summary = "Get one project",
            description = "A project, or a part of one. What is null is not stated; records of the project may "
                    + "state it themselves.")
    public RestResponse<ProjectResponse> getProject(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: the project as it was recorded then, with which nothing can be"
                                    + " done, 404 before the first; as it is now when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(projects.get(id, asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_PROJECTS)
    @Operation(summary = "Change a project", description = "Its programme and code never change.")
    public RestResponse<ProjectResponse> updateProject(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ProjectRequest.class) MergePatch patch) {
        return Responses.found(projects.change(id, ifMatch, patch));
    }

    /** What the list can be narrowed by. */
    static class ProjectFilters {
        @QueryParam("parentId")
        @Separator(",")
        List<UUID> parentId;

        @Parameter(description = "Only those with all these words, or their beginnings, in code, name or description.")
        @QueryParam("q")
        String q;

        Filter toFilter() {
            return ListFilters.text(new Filter().equal("parentId", parentId), q);
        }
    }
}
