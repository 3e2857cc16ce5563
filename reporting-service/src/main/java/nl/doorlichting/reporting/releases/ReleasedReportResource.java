package nl.doorlichting.reporting.releases;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/released-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
class ReleasedReportResource {
    private static final String REVIEW = "review";

    private final ReleasedFigureService figures;

    ReleasedReportResource(ReleasedFigureService figures) {
        this.figures = figures;
    }

    @GET
    @Path("/{report}")
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get a report as a release has it",
            description =
                    "The body of reports/reach, reports/training or reports/effects with release. A report by place"
                            + " needs a token. Of review, without by, each table of the release of money, printed tables,"
                            + " findings, claims, public projects with their reach, public lessons and statements on"
                            + " embedding with all its cells; a release that was prepared before there were such tables"
                            + " has none.")
    @APIResponse(
            responseCode = "200",
            description = "The report, the same for ever",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "401", description = "The report is by place, and there is no token")
    @APIResponse(responseCode = "403", description = "The report is by place, and no role of the caller may read it")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<String> getReleasedReport(
            @Parameter(description = "reach, training, effects or review.", example = "reach") @PathParam("report")
                    String report,
            @Parameter(
                            description = "Programme of the release, by its code; absent only while one programme alone"
                                    + " has releases, else 400.",
                            example = "APR-2007-2011")
                    @QueryParam("programme")
                    String programme,
            @Parameter(description = "Name of a release of the programme; the latest when absent.", example = "2026-3")
                    @QueryParam("release")
                    String release,
            @Parameter(
                            description = "Dimensions of the rows, with commas, as a table of the release has them in"
                                    + " by. When absent: period,targetGroup of reach, trainingType of training and"
                                    + " actionLine of effects.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "period,targetGroup",
                                                "period,track,actionLine",
                                                "period,fundingInstrument",
                                                "period,interventionType",
                                                "period,intensity",
                                                "year",
                                                "period,province",
                                                "period,municipality",
                                                "projectId,targetGroup",
                                                "trainingType",
                                                "actionLine",
                                                "track",
                                                "fundingInstrument",
                                                "interventionType"
                                            }),
                            example = "year")
                    @QueryParam("by")
                    String by,
            @Context RoutingContext context) {
        if (report.equals(REVIEW)) {
            if (by != null) {
                throw ProblemException.violation(
                        Violation.query("by", ViolationCode.NOT_ALLOWED, Map.of(), Text.of("release.review-by")));
            }
            var published = figures.published(programme, release);
            return Responses.revalidated(context.request(), published.figuresEtag(), () -> figures.review(published));
        }
        var structure = Stream.of(Structure.REACH, Structure.TRAINING, Structure.EFFECTS)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(report))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var reported = figures.reported(structure, programme, release, by);
        var language = RequestLanguage.stated(context);
        return Responses.revalidated(
                context.request(), reported.etag(language), () -> figures.report(reported, language));
    }
}
