package nl.doorlichting.training.trainingstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.api.figures.TrainingGroups;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "Sums of sessions and training tallies (trainingscijfers).")
class TrainingStatisticsResource {
    private final TrainingStatisticsService statistics;
    private final TrainingReachService reach;
    private final RatingStatisticsService ratings;
    private final TrainingChangesService changes;
    private final MunicipalityRegister register;

    TrainingStatisticsResource(
            TrainingStatisticsService statistics,
            TrainingReachService reach,
            RatingStatisticsService ratings,
            TrainingChangesService changes,
            MunicipalityRegister register) {
        this.statistics = statistics;
        this.reach = reach;
        this.ratings = ratings;
        this.changes = changes;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.TRAINING)
    @Allowed(TrainingAccess.READ_TRAINING_STATISTICS)
    @Operation(
            summary = "Sum the trainings",
            description =
                    "Sessions planned and what became of them, participants of held ones, participants expected of planned"
                            + " ones, ratings and evaluations, by up to three dimensions; and the networks, meetings and"
                            + " learning modules that pass the filters, in no row and no total. planned counts all sessions that"
                            + " were planned, whatever became of them; a tally counts for what it states. A tally stands in no"
                            + " municipality, province or profession; a figure over several years in the row year: null. What participants answered is shown for a fixed list of questions: by"
                            + " trainingType, year or both, over whole calendar years, of a programme and a trainingType, without"
                            + " boundaries and asOf; for any other it is left out, with note RATING_NOT_SHOWN. Ratings that"
                            + " tallies state are always shown.")
    public TrainingAnswer getTrainingStatistics(@Context UriInfo uri) {
        return statistics.answer(new FigureParameters(Structure.TRAINING, uri).toQuestion(register));
    }

    @GET
    @Path("/reach")
    @FiguresOf(Structure.REACH)
    @Allowed(TrainingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the reach of the trainings",
            description = "Participations in held sessions by up to three dimensions.")
    public ReachAnswer getTrainingReach(@Context UriInfo uri) {
        return reach.answer(new FigureParameters(Structure.REACH, uri).toQuestion(register));
    }

    @GET
    @Path("/ratings")
    @FiguresOf(Structure.EFFECTS)
    @Allowed(TrainingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the ratings of trainings",
            description = "By what tallies state of the activity; their ratings are never averaged. Trainings state no"
                    + " intervention type. Answers to evaluations are in the total only, and only over whole calendar"
                    + " years, of a programme or all, under no other filter and without boundaries or asOf; by training type and year they are in"
                    + " training-statistics. Note RATING_NOT_SHOWN counts evaluations that rows do not show.")
    public RatingAnswer getRatingStatistics(@Context UriInfo uri) {
        return ratings.answer(new FigureParameters(Structure.EFFECTS, uri).toQuestion(register));
    }

    @GET
    @Path("/groups")
    @Allowed(TrainingAccess.READ_REPORTS)
    @Operation(
            summary = "List the groups behind the tables of a release",
            description =
                    "Participants of held sessions and of tallies, in groups that no table of a release divides. Of"
                            + " no use for reports: the reporting service protects small counts of a release with them."
                            + " With asOf it waits until all writes that began before have ended, so that statistics as"
                            + " of that instant are final from this answer on; 503 if that takes longer than 5 seconds.")
    public TrainingGroups getTrainingGroups(
            @Parameter(description = "Code of a programme; all without it.") @QueryParam("programme") String programme,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return statistics.groups(programme, asOf);
    }

    @GET
    @Path("/changes")
    @Allowed(TrainingAccess.READ_REPORTS)
    @Operation(
            summary = "List why figures differ between two instants",
            description =
                    "What sessions, head counts and tallies state that are new, corrected, moved or withdrawn. Of no"
                            + " use for reports: the reporting service gives the cells of a release their reasons with them.")
    public TrainingChanges listTrainingChanges(
            @Parameter(required = true, example = "APR-2007-2011") @QueryParam("programme") String programme,
            @Parameter(
                            required = true,
                            description = "The earlier instant, in recorded time, UTC.",
                            example = "2011-03-31T12:00:00Z")
                    @QueryParam("since")
                    Instant since,
            @Parameter(
                            required = true,
                            description = "The later instant, in recorded time, UTC.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        var missing = new ArrayList<Violation>();
        require("programme", programme, missing);
        require("since", since, missing);
        require("asOf", asOf, missing);
        ProblemException.refuse(missing);
        return changes.between(programme, since, asOf);
    }

    private static void require(String name, Object value, List<Violation> missing) {
        if (value == null) {
            missing.add(Violation.query(
                    name, ViolationCode.REQUIRED, Map.of(), Text.of("statistics.parameter-required", name)));
        }
    }
}
