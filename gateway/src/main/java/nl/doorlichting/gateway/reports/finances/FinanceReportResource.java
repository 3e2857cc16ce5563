package nl.doorlichting.gateway.reports.finances;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reports/finances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class FinanceReportResource {
    private final FinanceReports reports;
    private final ConditionalResponses responses;
    private final FinanceTable table;

    FinanceReportResource(FinanceReports reports, ConditionalResponses responses, FinanceTable table) {
        this.reports = reports;
        this.responses = responses;
        this.table = table;
    }

    @GET
    @Allowed(GatewayAccess.READ_BUDGET)
    @Operation(
            summary = "Report finances",
            description =
                    "Budgeted, reallocated, spendable, committed, available, disbursed and left (begroot, herbestemd,"
                            + " besteedbaar, verplicht, beschikbaar, besteed, over). With asOf as it was recorded then.")
    @APIResponseSchema(value = FinanceReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getFinanceReport(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf) {
        return reports.report(programme, asOf.moment()).map(report -> responses.revalidated(report));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(GatewayAccess.READ_BUDGET)
    @Operation(
            summary = "Report finances as a table",
            description =
                    "Each budget line, destination of reallocations and funding instrument of projects, told apart by"
                            + " the column part: by year, and without a year in total. An empty cell is null.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getFinanceReportCsv(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf) {
        return reports.report(programme, asOf.moment())
                .map(report -> responses.revalidated(table.of(report), "finances.csv"));
    }
}
