package nl.doorlichting.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated.
 *
 * @param dimensions what the rows are by; a row has only these fields
 * @param totals exactly one, over all records and not over the rows, because a session is in several rows by profession
 * @param registerVersion municipality register used; absent when the answer does not depend on it
 * @param revision grows with every change of the figures
 */
@Schema(name = "TrainingStatisticsResponse")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingAnswer(
        List<String> dimensions,
        List<Row> rows,
        List<Row> totals,
        List<FigureNote> notes,

        @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
        String registerVersion,

        String revision) {

    public TrainingAnswer {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * The figures of one group, or all; a dimension of null is none in particular.
     *
     * @param key a training type of null is of figures over all types, a year of null of figures over several
     * @param participants of held sessions; null only when a sum would count some days twice
     * @param rating null in a total: ratings are not averaged
     * @param evaluations answers of participants; absent without codes, and for a question for which evaluations are not
     *     shown
     */
    @Schema(name = "TrainingStatisticsRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "TRAINING"))
    public record Row(
            @JsonUnwrapped Key key,
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Evaluations evaluations) {
        public Row {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    /**
     * Numbers of sessions; null when nothing is recorded, or when some days would count twice.
     *
     * @param planned sessions recorded as planned and not held yet
     * @param held sessions held
     */
    @Schema(name = "TrainingStatisticsSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held) {}

    /**
     * The rating of the latest period as its source states it, else the mean of the evaluations; on a scale of 1 to 10.
     *
     * @param mean null when only its bounds are known
     * @param n number of answers; null when not stated
     * @param source where it is written, or "evaluations"
     */
    @Schema(name = "TrainingStatisticsRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {
        public Rating {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Answers of participants, in steps: figures change only after 5 more answers to one session, or to several of a type and
     * year that closed with fewer. All but codes are null before the first step.
     *
     * @param codes codes given
     * @param suppressed whether too few answered for figures to be shown
     * @param n answers that the figures are of
     * @param responseRate those of codes given, from 0 to 1
     * @param mean mean rating, from 1 to 10
     * @param spread standard deviation of the ratings (of a sample)
     * @param knowledgeGained share, from 0 to 1, of those who said; null where fewer than 5 said
     * @param applicable likewise
     * @param sharedWithPartners likewise
     */
    @Schema(name = "TrainingStatisticsEvaluations")
    public record Evaluations(
            long codes,
            boolean suppressed,
            @Schema(nullable = true) Long n,
            @Schema(nullable = true) BigDecimal responseRate,
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal spread,
            @Schema(nullable = true) BigDecimal knowledgeGained,
            @Schema(nullable = true) BigDecimal applicable,
            @Schema(nullable = true) BigDecimal sharedWithPartners) {}
}
