package nl.doorlichting.reporting.findingacceptances;

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
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(FindingAcceptanceResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Finding acceptances",
        description = "Findings about the data that are known and stay (aanvaarde bevindingen).")
class FindingAcceptanceResource {
    static final String PATH = "/v1/finding-acceptances";

    private final FindingAcceptanceService acceptances;

    FindingAcceptanceResource(FindingAcceptanceService acceptances) {
        this.acceptances = acceptances;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Accept a finding",
            description =
                    "The finding stays in reports/data-quality, with the reason and the person. A finding that is not"
                            + " there is 400, and a second acceptance of the same finding 409.")
    public RestResponse<FindingAcceptanceResponse> createFindingAcceptance(FindingAcceptanceRequest request) {
        var created = acceptances.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_REPORTS)
    @Operation(
            summary = "List accepted findings",
            description = "Those that hold, and those that are withdrawn. With asOf as it was recorded then.")
    public Page<FindingAcceptanceResponse> listFindingAcceptances(
            @QueryParam("programme") String programme,
            @Parameter(description = "Only acceptances of this finding.") @QueryParam("findingId") UUID findingId,
            @BeanParam AsOfParameter asOf,
            @BeanParam @SortedBy(FindingAcceptanceService.class) PageParameters page) {
        return page.list(request -> acceptances.page(
                new Filter().equal("programme", programme).equal("findingId", findingId), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_REPORTS)
    @Operation(summary = "Get one acceptance of a finding", description = "With its withdrawal, if it is withdrawn.")
    public RestResponse<FindingAcceptanceResponse> getFindingAcceptance(@PathParam("id") UUID id) {
        return Responses.found(acceptances.get(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(summary = "Withdraw the acceptance of a finding", description = "The finding is open again.")
    @APIResponseSchema(
            value = FindingAcceptanceResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<FindingAcceptanceResponse> withdrawFindingAcceptance(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(acceptances.withdraw(id, request.reason()));
    }
}
