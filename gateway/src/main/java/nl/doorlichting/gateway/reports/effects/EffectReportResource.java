package nl.doorlichting.gateway.reports.effects;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureCsv;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.reports.CompleteParameter;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReleasedReports;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reports/effects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class EffectReportResource {
    private final EffectReports reports;
    private final ReleasedReports released;
    private final ConditionalResponses responses;
    private final FigureCsv csv;
    private final MunicipalityRegister register;

    EffectReportResource(
            EffectReports reports,
            ReleasedReports released,
            ConditionalResponses responses,
            FigureCsv csv,
            MunicipalityRegister register) {
        this.reports = reports;
        this.released = released;
        this.responses = responses;
        this.csv = csv;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.EFFECTS)
    @Allowed(
            value = AccessRule.PUBLIC,
            more = {GatewayAccess.READ_RELEASES, GatewayAccess.READ_RESULT_STATISTICS})
    @Operation(
            summary = "Report effects",
            description = "Projects and how they were looked into, verdicts (doeltreffend, veelbelovend) by evidence"
                    + " level, change on indicators, side effects, embedding (borging), and ratings of trainings, by up to"
                    + " three dimensions. Rows cross, and filters apply, within one record of a project."
                    + ReleasedReports.WHOSE_RESULTS)
    @APIResponseSchema(value = EffectReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The token is not valid, or released figures by place need one")
    @APIResponse(responseCode = "403", description = "Released figures by place need another role of the caller")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Uni<RestResponse<byte[]>> getEffectReport(
            @Context UriInfo uri,
            @Parameter(
                            description =
                                    "Name of a release; latest for the latest. A release has whole tables: with it"
                                            + " only programme and by can be asked. Without it a caller without a token,"
                                            + " and one whose roles may not read live figures, gets the latest.",
                            example = "2026-3")
                    @QueryParam("release")
                    String release,
            @BeanParam CompleteParameter complete) {
        return released.orLive(Structure.EFFECTS, () -> live(uri, complete.wanted()));
    }

    private Uni<RestResponse<byte[]>> live(UriInfo uri, Completeness complete) {
        return reports.report(new FigureParameters(Structure.EFFECTS, uri).toQuestion(register), complete)
                .map(report -> report.complete() ? responses.revalidated(report) : responses.notStored(report));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @FiguresOf(Structure.EFFECTS)
    @Allowed(GatewayAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Report effects as a table",
            description =
                    "Rows, totals and unallocated rows, told apart by the column part; an empty cell is null. Columns"
                            + " depend on by only. Verdicts and ratings have a column for each of their fields, with the"
                            + " values of all of them separated by semicolons, in the same order. With complete=partial a"
                            + " source that does not respond has empty columns, in the total too, and the file is"
                            + " effects-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getEffectReportCsv(@Context UriInfo uri, @BeanParam CompleteParameter complete) {
        var question = new FigureParameters(Structure.EFFECTS, uri).toQuestion(register);
        return reports.report(question, complete.wanted()).map(report -> {
            var table =
                    csv.table(question, EffectReport.Row.class, report.rows(), report.totals(), report.unallocated());
            return report.complete()
                    ? responses.revalidated(table, "effects.csv")
                    : responses.notStored(table, "effects-partial.csv");
        });
    }
}
