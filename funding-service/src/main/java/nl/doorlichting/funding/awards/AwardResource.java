package nl.doorlichting.funding.awards;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(AwardResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards", description = "Money granted to organisations (verleningen): decentralisation grants, subsidies.")
class AwardResource {
    static final String PATH = "/v1/awards";

    private final AwardService awards;

    AwardResource(AwardService awards) {
        this.awards = awards;
    }

    @POST
    @Idempotent(required = true)
    @APIResponseSchema(value = AwardResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Record an award that was decided outside the system",
            description =
                    "The organisation is of a kind that may apply under the scheme (else 400, which names the kinds) and exists"
                            + " on the day of the decision (else 400, which names the successor). The state's share is"
                            + " within the bounds that the scheme has on that day (else 400, which names both). The award"
                            + " is charged to a budget line, its own or that of its scheme (400 without one). Its amount is"
                            + " booked on that line as a commitment; if too little is left there, 409 budget-exceeded says"
                            + " how much. The award gets a copy of each condition of its scheme. An award with the same number in the programme is 409"
                            + " already-exists.")
    public RestResponse<AwardResponse> createAward(AwardRequest request) {
        var created = awards.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one award",
            description = "With its instalments, decisions and warnings, and what is reserved, paid and left. A "
                    + "grantee gets awards of its own organisation only; others are 404. So is one that was not recorded"
                    + " by the moment of asOf.")
    public RestResponse<AwardResponse> getAward(@PathParam("id") UUID id, @BeanParam PastParameter asOf) {
        return Responses.found(awards.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Change how an award is described",
            description =
                    "Amount and period are changed by an amendment, which is a decision. An award that stands without a budget line has"
                            + " the warning NO_BUDGET_LINE, and is given one here, once. In the same moment what it"
                            + " promises, and what is paid and reserved of it, is booked on that line; if too little is"
                            + " left there, 409 budget-exceeded says how much, and nothing changes. A line that it has"
                            + " stays.")
    public RestResponse<AwardResponse> updateAward(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(AwardDescription.class) MergePatch patch) {
        return Responses.found(awards.describe(id, ifMatch, patch));
    }
}
