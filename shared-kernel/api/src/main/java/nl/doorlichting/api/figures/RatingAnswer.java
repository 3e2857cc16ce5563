package nl.doorlichting.api.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.doorlichting.domain.figures.Key;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ratings of trainings, by what they state of their activity.
 *
 * @param dimensions dimensions that the rows are by: those of parameter by, or its default, at least one. Of the fields
 *     that are dimensions a row has these only; its figures stand beside them. A row has null where its records state
 *     no value
 * @param totals exactly one row: each tally once, and the evaluations of a programme over whole calendar years and
 *     without another filter
 * @param unallocated figures of a municipality that the map of parameter boundaries does not have as a whole, because
 *     it was divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries
 * @param registerVersion version of the register of municipalities that was used; null where the answer does not depend
 *     on it, because neither rows nor filters are by municipality or province
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
@Schema(name = "RatingStatisticsResponse")
public record RatingAnswer(
        List<String> dimensions,
        List<Row> rows,
        List<Figures> totals,
        List<Row> unallocated,
        List<FigureNote> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    public RatingAnswer {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** The same with each note replaced. */
    public RatingAnswer withNotes(UnaryOperator<FigureNote> replaced) {
        return new RatingAnswer(
                dimensions,
                rows,
                totals,
                unallocated,
                notes.stream().map(replaced).toList(),
                registerVersion,
                revision);
    }

    /**
     * One group of figures.
     *
     * @param figures the ratings of the row
     */
    @Schema(name = "RatingStatisticsRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "EFFECTS"))
    public record Row(@JsonUnwrapped Key key, Figures figures) {
        public Row {
            Objects.requireNonNull(figures, "figures");
        }
    }

    /**
     * What participants thought of trainings.
     *
     * @param evaluations answers to evaluations together, in steps of 5 or more; null before the first step, in every
     *     row, and in the total of a question by activity, by place or of days that are no whole calendar years
     * @param ratings ratings that tallies state as a mean, of each training type the one whose period ends last, and of
     *     two that end alike the one that begins last, then the one recorded last; never averaged; empty where no tally
     *     of the row states one
     */
    @Schema(name = "RatingFigures")
    public record Figures(@Schema(nullable = true) Evaluations evaluations, List<Rating> ratings) {
        public Figures {
            ratings = List.copyOf(ratings);
        }
    }

    /**
     * Answers to evaluations, all of them together.
     *
     * @param mean mean rating, from 1 to 10 with two decimals
     * @param spread standard deviation of the ratings (of a sample), in points of the scale of 1 to 10, with two
     *     decimals
     * @param responseRate answers divided by codes handed out, from 0 to 1 with two decimals; null where there are more
     *     answers (n) than codes, because the codes of some answers are not known
     * @param n number of answers, one for each code that was used
     */
    @Schema(name = "RatingEvaluations")
    public record Evaluations(
            BigDecimal mean,
            BigDecimal spread,
            @Schema(nullable = true) BigDecimal responseRate,
            long n) {}

    /**
     * A rating as its source gives it, on a scale of 1 to 10.
     *
     * @param trainingType type of the trainings that were rated, by its code of the codelist training-types, as in
     *     GUEST_LECTURE; null for a rating over all types
     * @param mean mean rating, from 1 to 10; null where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param meanHighest upper bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param n number of answers behind the mean; null where it is not stated, and with bounds
     * @param source where the rating is written, in words
     */
    @Schema(name = "StatedRating")
    public record Rating(
            @Schema(nullable = true) String trainingType,
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {
        public Rating {
            Objects.requireNonNull(source, "source");
        }
    }
}
