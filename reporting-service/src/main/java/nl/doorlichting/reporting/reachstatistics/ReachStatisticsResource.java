package nl.doorlichting.reporting.reachstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.doorlichting.api.figures.FigureCsv;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reach-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reach statistics", description = "Reach of the inventories, added up (bereikcijfers).")
class ReachStatisticsResource {
    private final ReachStatisticsService statistics;
    private final FigureCsv csv;
    private final MunicipalityRegister register;

    ReachStatisticsResource(ReachStatisticsService statistics, FigureCsv csv, MunicipalityRegister register) {
        this.statistics = statistics;
        this.csv = csv;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.REACH)
    @Allowed(ReportingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the reach of the inventories",
            description = "Participations by up to three dimensions, with their certainty.")
    public ReachAnswer getReachStatistics(@Context UriInfo uri) {
        return statistics.answer(new FigureParameters(Structure.REACH, uri).toQuestion(register));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @FiguresOf(Structure.REACH)
    @Allowed(ReportingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the reach of the inventories, as a table",
            description =
                    "Rows, totals and unallocated rows, up to 50,000, told apart by the column part; an empty cell"
                            + " is null.")
    public RestResponse<byte[]> getReachStatisticsCsv(@Context UriInfo uri) {
        var question = new FigureParameters(Structure.REACH, uri).toQuestion(register);
        return Responses.table(csv.table(question, statistics.whole(question)), "reach.csv");
    }

    @GET
    @Path("/projects")
    @Allowed(ReportingAccess.READ_REPORTS)
    @Operation(
            summary = "Sum the reach of each project",
            description = "What inventories counted for each project of one programme, however many, in the days asked"
                    + " for, for reports/policy-review. Empty for a programme that is not there.")
    public ProjectReachResponse getProjectReach(
            @Context UriInfo uri,
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @Parameter(description = "First day of the figures wanted.", example = "2007-01-01") @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "First day after them.", example = "2012-01-01") @QueryParam("until")
                    LocalDate until,
            @Parameter(
                            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        if (programme == null) {
            throw ProblemException.violation(Violation.query(
                    "programme", ViolationCode.REQUIRED, Map.of(), Text.of("quality.programme-required")));
        }
        // Of the days, which contradict one another where the first is not before the last.
        return statistics.ofProjects(new FigureParameters(Structure.REACH, uri).toQuestion(register));
    }
}
