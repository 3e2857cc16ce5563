package nl.doorlichting.funding.programmes;

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
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.AccessRule;
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

@Path(ProgrammeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "Government programmes (actieplannen) that money is spent on.")
class ProgrammeResource {
    static final String PATH = "/v1/programmes";

    private final ProgrammeService programmes;

    ProgrammeResource(ProgrammeService programmes) {
        this.programmes = programmes;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ProgrammeResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Record a programme",
            description = "Its code names it everywhere and never changes. A programme with the same code is 409.")
    public RestResponse<ProgrammeResponse> createProgramme(ProgrammeRequest request) {
        var created = programmes.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "List programmes",
            description = "All programmes. Other resources name a programme by its code.")
    public Page<ProgrammeResponse> listProgrammes(
            @QueryParam("code") String code,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ProgrammeRepository.class) PageParameters page) {
        return page.list(request -> programmes.page(new Filter().equal("code", code), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(summary = "Get one programme", description = "Its code is what other resources and filters name.")
    public RestResponse<ProgrammeResponse> getProgramme(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "Moment, UTC: the programme as it was recorded then, with which nothing can be"
                                            + " done, 404 before the first; as it is now when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(programmes.get(id, asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Change a programme",
            description = "Its code never changes. Its period keeps the days and budget years of its awards,"
                    + " payments and entries.")
    public RestResponse<ProgrammeResponse> updateProgramme(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ProgrammeRequest.class) MergePatch patch) {
        return Responses.found(programmes.change(id, ifMatch, patch));
    }
}
