package nl.doorlichting.gateway.reports.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.gateway.clients.training.TrainingStatistics;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated.
 *
 * @param dimensions what the rows are by; a row has only these fields
 * @param totals exactly one, over all records and not over the rows: by profession a session stands in several
 * @param registerVersion municipality register used; absent when the answer does not depend on it
 */
@Schema(description = "Trainings, their participants and how they were rated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingReport(
        boolean complete,
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<ReportSource> sources,
        List<ReportNote> notes,

        @Schema(extensions = @Extension(name = "x-optional", value = "true", parseValue = true))
        String registerVersion) {

    private static final String OPTIONAL = "x-optional";

    /**
     * What is known of one group; a dimension of null is none in particular.
     *
     * @param trainingType code; null for figures over all types
     * @param year calendar year; null for figures over several
     * @param participants of held sessions; null when some days would count twice
     * @param evaluations what participants answered; absent where no codes were given, and where the question is not of the
     *     list that evaluations are shown for
     */
    @Schema(name = "TrainingReportRow")
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

        static Row from(Set<String> by, TrainingStatistics.Row row) {
            return new Row(
                    field(by, "trainingType", row.trainingType()),
                    field(by, "year", row.year()),
                    field(by, "municipality", row.municipality()),
                    field(by, "province", row.province()),
                    field(by, "targetGroup", code(row.targetGroup())),
                    field(by, "profession", code(row.profession())),
                    field(by, "phenomenon", code(row.phenomenon())),
                    Sessions.from(row.sessions()),
                    row.participants(),
                    Rating.from(row.rating()),
                    Evaluations.from(row.evaluations()));
        }

        private static String code(Enum<?> value) {
            return value == null ? null : value.name();
        }

        // Absent when not asked for, null when none in particular.
        private static <T> Optional<T> field(Set<String> by, String dimension, T value) {
            return by.contains(dimension) ? Optional.ofNullable(value) : null;
        }
    }

    /**
     * What everything adds up to; ratings are not averaged.
     *
     * @param evaluations absent where no codes were given, and where the question is not of the list
     */
    @Schema(name = "TrainingReportTotal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) @JsonInclude AggregatedQuantity participants,
            @Schema(nullable = true) @JsonInclude Rating rating,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Evaluations evaluations) {

        static Total from(TrainingStatistics.Total total) {
            return new Total(
                    Sessions.from(total.sessions()),
                    total.participants(),
                    Rating.from(total.rating()),
                    Evaluations.from(total.evaluations()));
        }
    }

    /** Numbers of sessions; null where nothing is recorded, or when some days would count twice. */
    @Schema(name = "TrainingReportSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held) {

        static Sessions from(TrainingStatistics.Sessions sessions) {
            return new Sessions(sessions.planned(), sessions.held());
        }
    }

    /**
     * A rating, on a scale of 1 to 10.
     *
     * @param mean null when only its bounds are known
     * @param n how many answered; null when not stated
     */
    @Schema(name = "TrainingReportRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {

        static Rating from(TrainingStatistics.Rating rating) {
            return rating == null
                    ? null
                    : new Rating(rating.mean(), rating.meanLowest(), rating.meanHighest(), rating.n(), rating.source());
        }
    }

    /**
     * What participants answered, in steps: figures change only when 5 more answered at one session, or at several of a type
     * and year that closed with fewer. All but codes are null before the first step.
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
    @Schema(name = "TrainingReportEvaluations")
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

        static Evaluations from(TrainingStatistics.Evaluations evaluations) {
            return evaluations == null
                    ? null
                    : new Evaluations(
                            evaluations.codes(),
                            evaluations.suppressed(),
                            evaluations.n(),
                            evaluations.responseRate(),
                            evaluations.mean(),
                            evaluations.spread(),
                            evaluations.knowledgeGained(),
                            evaluations.applicable(),
                            evaluations.sharedWithPartners());
        }
    }

    static TrainingReport from(TrainingStatistics statistics) {
        var by = Set.copyOf(statistics.dimensions());
        return new TrainingReport(
                true,
                statistics.dimensions(),
                statistics.rows().stream().map(row -> Row.from(by, row)).toList(),
                statistics.totals().stream().map(Total::from).toList(),
                List.of(ReportSource.answered(Service.TRAINING, statistics.revision())),
                ReportNote.merge(statistics.notes().stream()),
                statistics.registerVersion());
    }
}
