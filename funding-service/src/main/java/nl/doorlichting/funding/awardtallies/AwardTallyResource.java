package nl.doorlichting.funding.awardtallies;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(AwardTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Award tallies", description = "Numbers of awards (verleningen) that their source gives only as a total.")
class AwardTallyResource {
    static final String PATH = "/v1/award-tallies";

    private final AwardTallyService tallies;

    AwardTallyResource(AwardTallyService tallies) {
        this.tallies = tallies;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = AwardTallyResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Record an award tally",
            description = "Records a number of awards that its source gives only as a total. A tally with the same "
                    + "reference is 409.")
    public RestResponse<AwardTallyResponse> createAwardTally(AwardTallyRequest request) {
        var created = tallies.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARD_TALLIES)
    @Operation(
            summary = "List award tallies",
            description = "Newest versions of awards that a source gives only as a number, for example 53 grants. "
                    + "They are never split into awards.")
    public Page<AwardTallyResponse> listAwardTallies(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("fundingInstrument") @Separator(",") List<FundingInstrument> fundingInstrument,
            @BeanParam @SortedBy(AwardTallyRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("fundingInstrument", fundingInstrument);
        return page.list(request -> tallies.page(filter, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARD_TALLIES)
    @Operation(summary = "Get one award tally", description = "The latest version.")
    public RestResponse<AwardTallyResponse> getAwardTally(@PathParam("id") UUID id) {
        return Responses.found(tallies.get(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Correct an award tally",
            description = "Makes a new version with its reason, from the fields that change. The earlier ones stay.")
    @APIResponseSchema(value = AwardTallyResponse.class, responseCode = "201", responseDescription = "The new version")
    public RestResponse<AwardTallyResponse> correctAwardTally(
            @PathParam("id") UUID id, AwardTallyCorrectionRequest request) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, request));
    }
}
