package nl.doorlichting.funding.projects;

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
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.web.Answers;
import nl.doorlichting.kernel.web.CsvLists;
import nl.doorlichting.kernel.web.PageParameters;
import nl.doorlichting.kernel.web.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ProjectResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "What money pays for, with its parts (projecten, deelprojecten).")
class ProjectResource {
    static final String PATH = "/v1/projects";

    private final ProjectService projects;

    ProjectResource(ProjectService projects) {
        this.projects = projects;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ProjectResponse.class, responseCode = "201", responseDescription = "Created")
    @RolesAllowed(Role.GRANT_OFFICER)
    @Operation(summary = "Record a project")
    public RestResponse<ProjectResponse> createProject(ProjectRequest request) {
        var created = projects.create(request);
        return Answers.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @RolesAllowed({
        Role.PROGRAMME_MANAGER,
        Role.GRANT_OFFICER,
        Role.CONTROLLER,
        Role.ANALYST,
        Role.RESEARCHER,
        Role.REVIEWER,
        Role.TRAINING_COORDINATOR,
        Role.GRANTEE
    })
    @Operation(
            summary = "List projects",
            description = "A grantee sees those of its own organisation. A filter on a field that a project does not"
                    + " state leaves the project out.")
    public Page<ProjectResponse> listProjects(
            @QueryParam("programme") String programme,
            @QueryParam("organisationId") String organisationId,
            @QueryParam("fundingInstrument") FundingInstrument fundingInstrument,
            @QueryParam("track") Track track,
            @QueryParam("actionLine") ActionLine actionLine,
            @QueryParam("municipality") String municipality,
            @BeanParam PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("organisationId", organisationId)
                .equal("fundingInstrument", fundingInstrument)
                .equal("track", track)
                .equal("actionLine", actionLine);
        return page.list(request -> projects.page(in(municipality, filter), request));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.PROGRAMME_MANAGER,
        Role.GRANT_OFFICER,
        Role.CONTROLLER,
        Role.ANALYST,
        Role.RESEARCHER,
        Role.REVIEWER,
        Role.TRAINING_COORDINATOR,
        Role.GRANTEE
    })
    @Operation(summary = "Get one project")
    public RestResponse<ProjectResponse> getProject(@PathParam("id") UUID id) {
        return Answers.found(projects.get(id));
    }

    private static Filter in(String municipality, Filter filter) {
        return municipality == null
                ? filter
                : filter.where(
                        "array_position(e.place.municipalities, :municipality) > 0", "municipality", municipality);
    }
}
