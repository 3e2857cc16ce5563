package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.training.TrainingDimension.MUNICIPALITY;
import static nl.doorlichting.domain.training.TrainingDimension.PHENOMENON;
import static nl.doorlichting.domain.training.TrainingDimension.PROFESSION;
import static nl.doorlichting.domain.training.TrainingDimension.PROVINCE;
import static nl.doorlichting.domain.training.TrainingDimension.TARGET_GROUP;
import static nl.doorlichting.domain.training.TrainingDimension.TRAINING_TYPE;
import static nl.doorlichting.domain.training.TrainingDimension.YEAR;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationSums;
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
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingStatisticsResponse(
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<Note> notes,

        @Schema(extensions = @Extension(name = "x-optional", value = "true", parseValue = true))
        String registerVersion,

        String revision) {

    private static final String OPTIONAL = "x-optional";

    /**
     * The figures of one group; a dimension of null is none in particular.
     *
     * @param trainingType code; null for figures over all types
     * @param year calendar year; null for figures over several
     * @param participants of held sessions; null only when a sum would count some days twice
     * @param evaluations answers of participants; absent without codes, and for a query for which evaluations are not shown
     */
    @Schema(name = "TrainingStatisticsRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> trainingType,

            @Schema(
                    implementation = Integer.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<Integer> year,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> municipality,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> province,

            @Schema(
                    implementation = String.class,
                    description = "Code of the codelist target-groups.",
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> targetGroup,

            @Schema(
                    implementation = String.class,
                    description = "Code of the codelist professions.",
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> profession,

            @Schema(
                    implementation = String.class,
                    description = "Code of the codelist phenomena.",
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> phenomenon,

            Sessions sessions,
            @Schema(nullable = true) @JsonInclude AggregatedQuantity participants,
            @Schema(nullable = true) @JsonInclude Rating rating,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Evaluations evaluations) {

        static Row from(TrainingTable.Row row) {
            var key = row.key();
            return new Row(
                    field(key, TRAINING_TYPE, key.trainingType()),
                    field(key, YEAR, key.year()),
                    field(key, MUNICIPALITY, key.municipality()),
                    field(key, PROVINCE, key.province()),
                    field(key, TARGET_GROUP, code(key.targetGroup())),
                    field(key, PROFESSION, code(key.profession())),
                    field(key, PHENOMENON, code(key.phenomenon())),
                    Sessions.from(row),
                    row.participants(),
                    Rating.from(row.rating()),
                    Evaluations.from(row.evaluations()));
        }

        private static String code(Enum<?> value) {
            return value == null ? null : value.name();
        }

        // Absent when not requested, null when none in particular.
        private static <T> Optional<T> field(TrainingKey key, TrainingDimension dimension, T value) {
            return key.by().contains(dimension) ? Optional.ofNullable(value) : null;
        }
    }

    /**
     * The sum over all records.
     *
     * @param rating always null: ratings are not averaged
     * @param evaluations absent without codes, and for a query for which evaluations are not shown
     */
    @Schema(name = "TrainingStatisticsTotal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) @JsonInclude AggregatedQuantity participants,
            @Schema(nullable = true) @JsonInclude Rating rating,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Evaluations evaluations) {

        static Total from(TrainingTable.Row row) {
            return new Total(Sessions.from(row), row.participants(), null, Evaluations.from(row.evaluations()));
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
            @Schema(nullable = true) Long held) {
        static Sessions from(TrainingTable.Row row) {
            return new Sessions(row.planned(), row.held());
        }
    }

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

        static Rating from(TrainingRating rating) {
            return rating == null
                    ? null
                    : new Rating(rating.mean(), rating.lowest(), rating.highest(), rating.n(), rating.source());
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
            @Schema(nullable = true) BigDecimal sharedWithPartners) {

        static Evaluations from(EvaluationSums sums) {
            return sums == null
                    ? null
                    : new Evaluations(
                            sums.codes(),
                            !sums.enough(),
                            sums.enough() ? sums.answers() : null,
                            sums.responseRate(),
                            sums.mean(),
                            sums.spread(),
                            sums.knowledgeGained().share(),
                            sums.applicable().share(),
                            sums.sharedWithPartners().share());
        }
    }

    /** A warning about the figures. */
    @Schema(name = "TrainingStatisticsNote")
    public record Note(String code, long count, String detail) {
        static Note from(TrainingTable.Note note) {
            return new Note(note.code().name(), note.count(), note.detail());
        }
    }

    static TrainingStatisticsResponse from(
            TrainingQuery query, TrainingTable table, String registerVersion, String revision) {
        return new TrainingStatisticsResponse(
                query.by().stream().map(TrainingDimension::jsonName).toList(),
                table.rows().stream().map(Row::from).toList(),
                List.of(Total.from(table.total())),
                table.notes().stream().map(Note::from).toList(),
                registerVersion,
                revision);
    }
}
