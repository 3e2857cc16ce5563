package nl.doorlichting.funding.disbursements;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/awards/{id}/disbursements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Disbursements")
class AwardDisbursementResource {
    private final DisbursementService disbursements;

    AwardDisbursementResource(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @POST
    @Idempotent(required = true)
    @APIResponseSchema(value = DisbursementResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Make a payment of an award",
            description = "Its room is held on the award and on every ceiling of the budget at or above the award's"
                    + " line: 409 budget-exceeded with what is left otherwise, 409 budget-line-missing while the"
                    + " award has no budget line. Another person releases it. A payment with the same reference in"
                    + " the programme is 409 already-exists.")
    public RestResponse<DisbursementResponse> createDisbursement(
            @PathParam("id") UUID id, DisbursementRequest request) {
        var created = disbursements.create(id, request);
        return Responses.created(DisbursementResource.PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List the payments of an award",
            description = "Payments and planned payments of the award, cancelled ones included. 404 for a moment before"
                    + " the award was recorded.")
    public Page<DisbursementResponse> listAwardDisbursements(
            @PathParam("id") UUID id,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(DisbursementRepository.class) PageParameters page) {
        return page.list(request -> disbursements.pageOf(id, asOf.moment(), request));
    }
}
