package nl.doorlichting.reporting.inventoryreporttallies;

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
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.StrictParameter;
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

@Path(InventoryReportTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Inventory report tallies",
        description = "How many reports on how many projects there are, where a source has only the numbers (totalen).")
class InventoryReportTallyResource {
    static final String PATH = "/v1/inventory-report-tallies";

    private final InventoryReportTallyService tallies;

    InventoryReportTallyResource(InventoryReportTallyService tallies) {
        this.tallies = tallies;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a report tally",
            description = "Records how many reports on how many projects there are, where a source gives no more. "
                    + "One with the same reference, or one that states the same, is 409.")
    public RestResponse<InventoryReportTallyResponse> createInventoryReportTally(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            InventoryReportTallyRequest request) {
        var created = tallies.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "List report tallies",
            description = "Numbers of reports and projects that a source gives only as a total.")
    public Page<InventoryReportTallyResponse> listInventoryReportTallies(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("roundId") @Separator(",") List<UUID> roundId,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(InventoryReportTallyRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("roundId", roundId);
        return page.list(request -> tallies.page(RecordWithdrawal.narrow(filter, withdrawn), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "Get one report tally",
            description = "Null stands where the source does not state a number, which is not none. With asOf as it was"
                    + " recorded then; 404 when it was not there yet.")
    public RestResponse<InventoryReportTallyResponse> getInventoryReportTally(
            @PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(tallies.get(id, asOf.moment()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw a report tally",
            description = "It counts nowhere from now on. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = InventoryReportTallyResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportTallyResponse> withdrawInventoryReportTally(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(tallies.withdraw(id, request));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a report tally",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What the record stated"
                            + " before is kept. 409 for what another tally states, and once it is withdrawn.")
    @APIResponseSchema(
            value = InventoryReportTallyResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportTallyResponse> correctInventoryReportTally(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = InventoryReportTallyRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, changes));
    }
}
