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

@Path(ProcurementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Procurements", description = "What was put out to tender (aanbestedingen): who won, for how much, why.")
class ProcurementResource {
    static final String PATH = "/v1/procurements";

    private final CompetitionService competitions;

    ProcurementResource(CompetitionService competitions) {
        this.competitions = competitions;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ProcurementResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Record a procurement",
            description =
                    "Records something that was put out to tender. A procurement with the same reference is " + "409.")
    public RestResponse<ProcurementResponse> createProcurement(ProcurementRequest request) {
        var created = competitions.create(Procurement.KIND, request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Change a procurement",
            description = "Changes the fields that are named. Fields that are not named stay. 409 for the reference of"
                    + " another procurement, and once it is withdrawn.")
    public RestResponse<ProcurementResponse> updateProcurement(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ProcurementRequest.class) MergePatch patch) {
        return Responses.found(competitions.change(Procurement.KIND, id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Withdraw a procurement",
            description = "Of one that should not have been recorded. It counts nowhere from now on, and no list has it"
                    + " without withdrawn=true. Answers asOf an earlier moment are as they were. Its reference stays"
                    + " taken. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = ProcurementResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<ProcurementResponse> withdrawProcurement(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(competitions.withdraw(Procurement.KIND, id, request));
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "List procurements", description = "A grantee sees those that its own organisation won.")
    public Page<ProcurementResponse> listProcurements(
            @BeanParam CompetitionParameter which,
            @Parameter(description = "Only those with this text in tender, winner or reasons, in capitals or not.")
                    @QueryParam("q")
                    String q,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(Procurement.class) PageParameters page) {
        var filter = ListFilters.containing(which.toFilter(), q, "tender", "winner", "reasons");
        return page.list(request -> competitions.page(Procurement.KIND, filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "Get one procurement", description = "Null stands where the source does not state a field.")
    public RestResponse<ProcurementResponse> getProcurement(@PathParam("id") UUID id, @BeanParam PastParameter asOf) {
        return Responses.found(competitions.get(Procurement.KIND, id, asOf.moment()));
    }
}
