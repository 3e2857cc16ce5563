package nl.doorlichting.funding.disbursements;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.budget.DisbursementCancellationRequest;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(DisbursementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Disbursements", description = "Payments of awards (betalingen; voorschotten before the settlement).")
class DisbursementResource {
    static final String PATH = "/v1/disbursements";

    private final DisbursementService disbursements;

    DisbursementResource(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "List payments", description = "A grantee sees those to its own organisation.")
    public Page<DisbursementResponse> listDisbursements(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("awardId") @Separator(",") List<UUID> awardId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("status") @Separator(",") List<DisbursementStatus> status,
            @QueryParam("year") @Separator(",") List<@Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer> year,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(DisbursementRepository.class) PageParameters page) {
        return page.list(request -> disbursements.page(
                new Filter()
                        .equal("programme", programme)
                        .equal("awardId", awardId)
                        .equal("organisationId", organisationId)
                        .equal("status", status)
                        .equal("year", year),
                asOf.moment(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one payment",
            description = "With its status, the subjects that created and ended it, and the entry of the ledger "
                    + "once it is paid.")
    public RestResponse<DisbursementResponse> getDisbursement(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: the payment as it was recorded then, with which nothing can be"
                                    + " done, 404 before the first; as it is now when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(disbursements.get(id, asOf));
    }

    @POST
    @Path("/{id}/release")
    @Idempotent(required = true)
    @APIResponseSchema(value = DisbursementResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Release a payment",
            description = "Books it as a disbursement on its budget line. By a second person: 403 four-eyes for whoever"
                    + " decided about the award or made the payment. 409 budget-line-missing while its award has no"
                    + " budget line.")
    public RestResponse<DisbursementResponse> releaseDisbursement(@PathParam("id") UUID id) {
        return Responses.found(disbursements.release(id));
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @APIResponseSchema(value = DisbursementResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(summary = "Cancel a payment that is not released", description = "The room it held is free again.")
    public RestResponse<DisbursementResponse> cancelDisbursement(
            @PathParam("id") UUID id, DisbursementCancellationRequest request) {
        return Responses.found(disbursements.cancel(id, request));
    }
}
