package nl.doorlichting.funding.budget;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(BudgetLineResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Budget lines",
        description = "The lines (begrotingsposten) that a programme's budget is divided over, as a tree.")
class BudgetLineResource {
    static final String PATH = "/v1/budget-lines";

    private final BudgetLineService lines;

    BudgetLineResource(BudgetLineService lines) {
        this.lines = lines;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = BudgetLineResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Record a budget line",
            description = "Adds a node to the tree of a programme's budget. A line with the same code in the "
                    + "programme is 409.")
    public RestResponse<BudgetLineResponse> createBudgetLine(BudgetLineRequest request) {
        var created = lines.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_BUDGET)
    @Operation(
            summary = "List budget lines",
            description = "The nodes of the tree of the budget. parentId leads to the node above.")
    public Page<BudgetLineResponse> listBudgetLines(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("parentId") @Separator(",") List<UUID> parentId,
            @Parameter(
                            description = "Moment, UTC: those that were recorded by then, which never change; all"
                                    + " that are recorded when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(BudgetLineRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("parentId", parentId);
        if (asOf != null) {
            filter.where("e.createdAt <= :asOf", "asOf", asOf);
        }
        return page.list(request -> lines.page(filter, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_BUDGET)
    @Operation(summary = "Get one budget line", description = "One node of the tree of the budget.")
    public RestResponse<BudgetLineResponse> getBudgetLine(@PathParam("id") UUID id) {
        return Responses.found(lines.get(id));
    }
}
