package nl.doorlichting.funding.competitions;

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
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(PrizeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Prizes", description = "Prizes for what was done well (prijzen): who won, when, why.")
class PrizeResource {
    static final String PATH = "/v1/prizes";

    private final CompetitionService competitions;

    PrizeResource(CompetitionService competitions) {
        this.competitions = competitions;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = PrizeResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Record a prize",
            description = "Records a prize that a project won. A prize with the same reference is 409.")
    public RestResponse<PrizeResponse> createPrize(PrizeRequest request) {
        var created = competitions.create(Prize.KIND, request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Change a prize",
            description = "Changes the fields that are named. Fields that are not named stay. 409 for the reference of"
                    + " another prize, and once it is withdrawn.")
    public RestResponse<PrizeResponse> updatePrize(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(PrizeRequest.class) MergePatch patch) {
        return Responses.found(competitions.change(Prize.KIND, id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Withdraw a prize",
            description = "Of one that should not have been recorded. It counts nowhere from now on, and no list has it"
                    + " without withdrawn=true. Answers asOf an earlier moment are as they were. Its reference stays"
                    + " taken. 409 once it is withdrawn.")
    @APIResponseSchema(value = PrizeResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<PrizeResponse> withdrawPrize(@PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(competitions.withdraw(Prize.KIND, id, request));
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "List prizes", description = "A grantee sees those that its own organisation won.")
    public Page<PrizeResponse> listPrizes(
            @BeanParam CompetitionParameter which,
            @Parameter(description = "Only those with this text in name, winner or why, in capitals or not.")
                    @QueryParam("q")
                    String q,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(Prize.class) PageParameters page) {
        var filter = ListFilters.containing(which.toFilter(), q, "name", "winner", "why");
        return page.list(request -> competitions.page(Prize.KIND, filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "Get one prize", description = "Null stands where the source does not state a field.")
    public RestResponse<PrizeResponse> getPrize(@PathParam("id") UUID id, @BeanParam PastParameter asOf) {
        return Responses.found(competitions.get(Prize.KIND, id, asOf.moment()));
    }
}
