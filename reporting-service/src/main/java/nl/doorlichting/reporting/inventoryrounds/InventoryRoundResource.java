package nl.doorlichting.reporting.inventoryrounds;

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

@Path(InventoryRoundResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory rounds", description = "Research rounds (resultaatinventarisaties).")
class InventoryRoundResource {
    static final String PATH = "/v1/inventory-rounds";

    private final InventoryRoundService rounds;

    InventoryRoundResource(InventoryRoundService rounds) {
        this.rounds = rounds;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record an inventory round",
            description = "Its code names it. A round with the same code is 409.")
    public RestResponse<InventoryRoundResponse> createInventoryRound(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            InventoryRoundRequest request) {
        var created = rounds.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "List inventory rounds",
            description = "Rounds in which researchers inventory results (resultaatinventarisatie).")
    public Page<InventoryRoundResponse> listInventoryRounds(
            @QueryParam("programme") String programme,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(InventoryRoundRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme);
        return page.list(request -> rounds.page(RecordWithdrawal.narrow(filter, withdrawn), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "Get one inventory round",
            description =
                    "With its period, researchers and projects. With asOf as it was recorded then; 404 when it was"
                            + " not there yet.")
    public RestResponse<InventoryRoundResponse> getInventoryRound(
            @PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(rounds.get(id, asOf.moment()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw an inventory round",
            description = "It visits no project from now on. 409 while a report, a figure or a tally is of it.")
    @APIResponseSchema(
            value = InventoryRoundResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryRoundResponse> withdrawInventoryRound(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(rounds.withdraw(id, request));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct an inventory round",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. The days of a round that"
                            + " has reports or figures only grow, and its projects contain those of its reports. 409"
                            + " for the code of another round, and once it is withdrawn.")
    @APIResponseSchema(
            value = InventoryRoundResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now")
    public RestResponse<InventoryRoundResponse> correctInventoryRound(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = InventoryRoundRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, rounds.correct(id, changes));
    }
}
