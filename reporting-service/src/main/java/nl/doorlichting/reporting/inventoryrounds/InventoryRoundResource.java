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
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    public RestResponse<InventoryRoundResponse> createInventoryRound(InventoryRoundRequest request) {
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
            @BeanParam @SortedBy(InventoryRoundRepository.class) PageParameters page) {
        return page.list(request -> rounds.page(programme, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "Get one inventory round", description = "With its period, researchers and projects.")
    public RestResponse<InventoryRoundResponse> getInventoryRound(@PathParam("id") UUID id) {
        return Responses.found(rounds.get(id));
    }
}
