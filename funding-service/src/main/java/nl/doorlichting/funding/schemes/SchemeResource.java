package nl.doorlichting.funding.schemes;

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
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.web.Answers;
import nl.doorlichting.kernel.web.PageParameters;
import nl.doorlichting.kernel.web.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

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
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @Operation(
            summary = "Record a scheme",
            description = "Shares are percentages of the whole cost. Bounds of one purpose may not overlap in time; a"
                    + " scheme with bounds pays for no purpose that has none on the day.")
    public RestResponse<SchemeResponse> createScheme(SchemeRequest request) {
        var created = schemes.create(request);
        return Answers.created(PATH + "/" + created.id(), created);
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST})
    @Operation(summary = "List schemes")
    public Page<SchemeResponse> listSchemes(
            @QueryParam("programme") String programme,
            @QueryParam("code") String code,
            @QueryParam("fundingInstrument") FundingInstrument fundingInstrument,
            @BeanParam PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("code", code)
                .equal("fundingInstrument", fundingInstrument);
        return schemes.page(filter, page.toRequest());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST})
    @Operation(summary = "Get one scheme")
    public RestResponse<SchemeResponse> getScheme(@PathParam("id") UUID id) {
        return Answers.found(schemes.get(id));
    }
}
