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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastVersionParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
                    + "reference is 409, and so is one that states the same of the same source.")
    public RestResponse<AwardTallyResponse> createAwardTally(AwardTallyRequest request) {
        var created = tallies.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARD_TALLIES)
    @Operation(
            summary = "List award tallies",
            description =
                    "Numbers of awards that a source gives only as a number, for example 53 grants. They are never"
                            + " split into awards. Latest versions, or with asOf those of a moment.")
    public Page<AwardTallyResponse> listAwardTallies(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("fundingInstrument") @Separator(",") List<FundingInstrument> fundingInstrument,
            @QueryParam("withdrawn") Boolean withdrawn,
            @Parameter(
                            description =
                                    "Moment, UTC: tallies in the versions that were the latest then; the latest when"
                                            + " absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(AwardTallyRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("fundingInstrument", fundingInstrument)
                .equal("withdrawn", Boolean.TRUE.equals(withdrawn));
        return page.list(request -> tallies.page(filter, asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARD_TALLIES)
    @Operation(summary = "Get one award tally", description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<AwardTallyResponse> getAwardTally(
            @PathParam("id") UUID id, @BeanParam PastVersionParameter asOf) {
        return Responses.found(tallies.get(id, asOf.moment()));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Correct an award tally",
            description =
                    "Makes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. The earlier versions stay, and can be asked for by asOf. 409 for what another tally states"
                            + " of the same source, and once it is withdrawn.")
    @APIResponseSchema(value = AwardTallyResponse.class, responseCode = "201", responseDescription = "The new version")
    public RestResponse<AwardTallyResponse> correctAwardTally(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AwardTallyCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Withdraw an award tally",
            description =
                    "It counts nowhere from now on, and awards that it held count by themselves. Its versions stay, and"
                            + " answers asOf an earlier moment are as they were. 409 once it is withdrawn.")
    @APIResponseSchema(value = AwardTallyResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<AwardTallyResponse> withdrawAwardTally(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(tallies.withdraw(id, request));
    }
}
