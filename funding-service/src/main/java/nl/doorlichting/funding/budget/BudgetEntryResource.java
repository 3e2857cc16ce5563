package nl.doorlichting.funding.budget;

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
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
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

@Path(BudgetEntryResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Budget entries",
        description = "Amounts budgeted, committed, reallocated and disbursed (begrotingsmutaties).")
class BudgetEntryResource {
    static final String PATH = "/v1/budget-entries";

    private final BudgetEntryService entries;

    BudgetEntryResource(BudgetEntryService entries) {
        this.entries = entries;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = BudgetEntryResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_BUDGET)
    @Operation(
            summary = "Record a budget entry",
            description = "An entry is never changed; a correction is an entry of the opposite sign that names it in"
                    + " corrects. At a line that is a ceiling, and beneath it, commitments and disbursements stay"
                    + " within what is spendable that year: 409 budget-exceeded otherwise. A DISBURSEMENT, and its"
                    + " correction, waits: its room is held, and it counts when another person releases it. An entry with the"
                    + " same reference in the programme is 409 already-exists.")
    public RestResponse<BudgetEntryResponse> createBudgetEntry(BudgetEntryRequest request) {
        var created = entries.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_BUDGET)
    @Operation(
            summary = "List budget entries",
            description = "Each cell of reports/finances links here, with the filters that leave exactly its entries.")
    public Page<BudgetEntryResponse> listBudgetEntries(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @Parameter(description = "Only entries on this line itself.") @QueryParam("lineId") @Separator(",")
                    List<UUID> lineId,
            @Parameter(description = "Only entries on this line and all lines beneath it.") @QueryParam("under")
                    UUID under,
            @Parameter(
                            description = "Only entries of awards of this project, with all corrections of these, as"
                                    + " reports/policy-review counts them.")
                    @QueryParam("projectId")
                    UUID projectId,
            @QueryParam("year") @Separator(",") List<@Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer> year,
            @Parameter(description = "Only these kinds.") @QueryParam("kind") @Separator(",")
                    List<BudgetEntryKind> kinds,
            @Parameter(description = "Only reallocations to, or from, exactly this destination.")
                    @QueryParam("destination")
                    String destination,
            @QueryParam("reallocationReason") @Separator(",") List<ReallocationReason> reallocationReason,
            @QueryParam("status") @Separator(",") List<BudgetEntryStatus> status,
            @Parameter(
                            description = "Only entries that were booked by this moment (UTC), as a report with this"
                                    + " asOf counts them.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(BudgetEntryRepository.class) PageParameters page) {
        var filter = new BudgetEntryFilter(
                programme, lineId, under, projectId, year, kinds, destination, reallocationReason, status, asOf);
        return page.list(request -> entries.page(filter, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_BUDGET)
    @Operation(
            summary = "Get one budget entry",
            description = "An entry of the ledger. What it says never changes; a correction is another entry that"
                    + " names it in corrects.")
    public RestResponse<BudgetEntryResponse> getBudgetEntry(@PathParam("id") UUID id) {
        return Responses.found(entries.get(id));
    }

    @POST
    @Path("/{id}/release")
    @Idempotent
    @APIResponseSchema(value = BudgetEntryResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.RELEASE_BUDGET_ENTRIES)
    @Operation(
            summary = "Release a payment that was entered by hand, or its correction",
            description = "It counts from then on. By a second person: 403 four-eyes for the subject that entered it.")
    public RestResponse<BudgetEntryResponse> releaseBudgetEntry(@PathParam("id") UUID id) {
        return Responses.found(entries.release(id));
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @APIResponseSchema(value = BudgetEntryResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.CANCEL_BUDGET_ENTRIES)
    @Operation(summary = "Cancel an entry that is not released", description = "The room it held is free again.")
    public RestResponse<BudgetEntryResponse> cancelBudgetEntry(
            @PathParam("id") UUID id, DisbursementCancellationRequest request) {
        return Responses.found(entries.cancel(id, request));
    }
}
