package nl.doorlichting.gateway.reports.training;

import io.smallrye.mutiny.Uni;
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
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.GatewayAccess;
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

@Path("/v1/reports/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class TrainingReportResource {
    private final TrainingReports reports;
    private final ReleasedReports released;
    private final ConditionalResponses responses;
    private final FigureCsv csv;
    private final MunicipalityRegister register;

    TrainingReportResource(
            TrainingReports reports,
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
    @FiguresOf(Structure.TRAINING)
    @Allowed(
            value = AccessRule.PUBLIC,
            more = {GatewayAccess.READ_RELEASES, GatewayAccess.READ_TRAINING_STATISTICS})
    @Operation(
            summary = "Report training",
            description =
                    "Sessions planned and what became of them, participants of held ones, participants expected of"
                            + " planned ones, ratings and evaluations, by up to three dimensions; and the networks,"
                            + " meetings and learning modules that pass the filters, in no row and no total. planned"
                            + " counts all sessions that were planned, whatever became of them; a tally counts for what it"
                            + " states. Professions are known of roll calls only. What participants answered is shown for"
                            + " a fixed list of questions: by trainingType, year or both, over whole calendar years, of a"
                            + " programme and a trainingType, without boundaries and asOf; for any other it is left out,"
                            + " with note RATING_NOT_SHOWN. Ratings that tallies state are always"
                            + " shown." + ReleasedReports.WHOSE_TRAININGS)
    @APIResponseSchema(value = TrainingReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The token is not valid, or released figures by place need one")
    @APIResponse(responseCode = "403", description = "Released figures by place need another role of the caller")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Uni<RestResponse<byte[]>> getTrainingReport(
            @Context UriInfo uri,
            @Parameter(
                            description =
                                    "Name of a release; latest for the latest. A release has whole tables: with it"
                                            + " only programme and by can be asked. Without it a caller without a token,"
                                            + " and one whose roles may not read live figures, gets the latest.",
                            example = "2026-3")
                    @QueryParam("release")
                    String release) {
        return released.orLive(Structure.TRAINING, () -> live(uri));
    }

    private Uni<RestResponse<byte[]>> live(UriInfo uri) {
        var question = new FigureParameters(Structure.TRAINING, uri).toQuestion(register);
        return reports.report(question).map(report -> responses.revalidated(report));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @FiguresOf(Structure.TRAINING)
    @Allowed(GatewayAccess.READ_TRAINING_STATISTICS)
    @Operation(
            summary = "Report training as a table",
            description = "Rows, totals and unallocated rows, told apart by the column part; an empty cell is null."
                    + " Columns depend on by only.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getTrainingReportCsv(@Context UriInfo uri) {
        var question = new FigureParameters(Structure.TRAINING, uri).toQuestion(register);
        return reports.answer(question)
                .map(answer -> csv.table(
                        question, TrainingAnswer.Row.class, answer.rows(), answer.totals(), answer.unallocated()))
                .map(table -> responses.revalidated(table, "training.csv"));
    }
}
