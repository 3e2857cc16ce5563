package nl.doorlichting.gateway.reports.reach;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.ReachSource;
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

@Path("/v1/reports/reach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class ReachReportResource {
    private final ReachReports reports;
    private final ReleasedReports released;
    private final ConditionalResponses responses;
    private final MunicipalityRegister register;

    ReachReportResource(
            ReachReports reports,
            ReleasedReports released,
            ConditionalResponses responses,
            MunicipalityRegister register) {
        this.reports = reports;
        this.released = released;
        this.responses = responses;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.REACH)
    @Allowed(
            value = AccessRule.PUBLIC,
            more = {GatewayAccess.READ_RELEASES, GatewayAccess.READ_RESULT_STATISTICS})
    @Operation(
            summary = "Report reach",
            description = "Participations (bereik) that the inventories and the trainings counted, side by side."
                    + ReleasedReports.WHOSE_RESULTS)
    @APIResponseSchema(value = ReachReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The token is not valid, or released figures by place need one")
    @APIResponse(responseCode = "403", description = "Released figures by place need another role of the caller")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Uni<RestResponse<byte[]>> getReachReport(
            @Context UriInfo uri,
            @Parameter(
                            description =
                                    "Name of a release; latest for the latest. A release has whole tables: with it"
                                            + " only programme and by can be asked. Without it a caller without a token,"
                                            + " and one whose roles may not read live figures, gets the latest.",
                            example = "2026-3")
                    @QueryParam("release")
                    String release,
            @Parameter(description = "Only what this source counted.") @QueryParam("source") ReachSource source,
            @BeanParam CompleteParameter complete) {
        return released.orLive(Structure.REACH, () -> live(uri, source, complete.wanted()));
    }

    private Uni<RestResponse<byte[]>> live(UriInfo uri, ReachSource source, Completeness complete) {
        var question = new FigureParameters(Structure.REACH, uri).toQuestion(register);
        return reports.report(question, source, complete)
                .map(report -> report.complete()
                        ? responses.revalidated(report, request -> reports.again(request, question, source))
                        : responses.notStored(report));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @FiguresOf(Structure.REACH)
    @Allowed(GatewayAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Report reach as a table",
            description = "Rows, totals and unallocated rows, up to 50,000 of each source. The column part tells them"
                    + " apart; an empty cell is null. people.lowest and people.highest are the bounds of how many"
                    + " different people, and people.approximate says whether a count without a margin is among"
                    + " them, in each row and total that both sources have. Columns depend on by only."
                    + " With complete=partial a source that does not respond has no rows and an empty total, and"
                    + " the file is reach-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getReachReportCsv(
            @Context UriInfo uri,
            @Parameter(description = "Only what this source counted.") @QueryParam("source") ReachSource source,
            @BeanParam CompleteParameter complete) {
        return reports.table(new FigureParameters(Structure.REACH, uri).toQuestion(register), source, complete.wanted())
                .map(table -> table.complete()
                        ? responses.revalidated(table.content(), "reach.csv")
                        : responses.notStored(table.content(), "reach-partial.csv"));
    }
}
