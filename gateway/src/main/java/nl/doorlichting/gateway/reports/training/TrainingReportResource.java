package nl.doorlichting.gateway.reports.training;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReleasedReports;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reports/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks, across the services.")
class TrainingReportResource {
    private final TrainingClient training;
    private final ReleasedReports released;
    private final ConditionalResponses responses;
    private final MunicipalityRegister register;

    TrainingReportResource(
            TrainingClient training,
            ReleasedReports released,
            ConditionalResponses responses,
            MunicipalityRegister register) {
        this.training = training;
        this.released = released;
        this.responses = responses;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.TRAINING)
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Report training",
            description =
                    "Sessions planned and held, participants of held ones, ratings and evaluations, by training type,"
                            + " year, municipality, province, target group, profession (of roll calls only) or phenomenon."
                            + " What participants answered is shown for a fixed list of questions: by trainingType, year or both,"
                            + " over whole calendar years, of a programme and a trainingType; for any other it is left out, with"
                            + " note RATING_NOT_SHOWN. Ratings that tallies state are always shown.")
    @APIResponseSchema(value = TrainingReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The token is not valid, or released figures by place need one")
    @APIResponse(responseCode = "403", description = "No role of the caller may read these figures")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Uni<RestResponse<byte[]>> getTrainingReport(
            @Context UriInfo uri,
            @Parameter(
                            description =
                                    "Name of a release; latest for the latest. A release has whole tables: with it"
                                            + " only programme and by can be asked. Without it a machine, and a caller without a"
                                            + " token, gets the latest.",
                            example = "2026-3")
                    @QueryParam("release")
                    String release) {
        return released.orLive(Structure.TRAINING, () -> live(uri));
    }

    private Uni<RestResponse<byte[]>> live(UriInfo uri) {
        return training.trainings(new FigureParameters(Structure.TRAINING, uri).toQuestion(register))
                .map(part -> part.body().orElseThrow(Completeness::unavailable))
                .map(answer -> responses.revalidated(TrainingReport.from(answer)));
    }
}
