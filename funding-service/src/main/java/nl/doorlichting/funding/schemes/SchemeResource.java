package nl.doorlichting.funding.schemes;

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
import nl.doorlichting.domain.vocabulary.FundingInstrument;
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
import org.jboss.resteasy.reactive.Separator;

@Path(SchemeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes", description = "How money can be applied for (regelingen): by whom, and within which bounds.")
class SchemeResource {
    static final String PATH = "/v1/schemes";

    private final SchemeService schemes;

    SchemeResource(SchemeService schemes) {
        this.schemes = schemes;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Record a scheme",
            description =
                    "Shares are percentages of the whole cost. Bounds of one purpose may not overlap in time; a"
                            + " scheme with bounds pays for no purpose that has none on the day. A scheme with the same code is 409.")
    public RestResponse<SchemeResponse> createScheme(SchemeRequest request) {
        var created = schemes.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "List schemes",
            description = "All schemes, open or not, with their bounds, ceilings and conditions.")
    public Page<SchemeResponse> listSchemes(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("code") @Separator(",") List<String> code,
            @QueryParam("fundingInstrument") @Separator(",") List<FundingInstrument> fundingInstrument,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(SchemeRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("code", code)
                .equal("fundingInstrument", fundingInstrument);
        return page.list(request -> schemes.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Get one scheme",
            description = "With bounds, ceiling, days for applications, and the conditions that each award gets.")
    public RestResponse<SchemeResponse> getScheme(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: the scheme as it was recorded then, with which nothing can be"
                                    + " done, 404 before the first; as it is now when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(schemes.get(id, asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Change a scheme",
            description =
                    "Its programme and code never change. What was granted keeps the conditions that it got. Once an"
                            + " application or an award names it, its instrument and weights stay too, bounds that hold already can only be"
                            + " ended, and its ceiling is never below what its awards come to.")
    public RestResponse<SchemeResponse> updateScheme(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(SchemeRequest.class) MergePatch patch) {
        return Responses.found(schemes.change(id, ifMatch, patch));
    }
}
