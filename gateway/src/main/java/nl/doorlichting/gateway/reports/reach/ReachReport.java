package nl.doorlichting.gateway.reports.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom the programme reached, from all who counted. The sources are never added to one another.
 *
 * @param complete false when a source did not answer: its rows are absent and its total has no reach
 * @param dimensions what the rows are by; a row has only these fields
 * @param rows those of the inventories first, then those of the trainings, each in its source's own order
 * @param unallocated figures that stand in no municipality of the day asked for
 * @param people bounds of how many different people, where two sources may have counted the same
 * @param registerVersion municipality register used; null when the answer does not depend on it
 */
@Schema(description = "Whom the programme reached: the sources side by side, never added to one another.")
public record ReachReport(
        boolean complete,
        Measure measure,
        List<String> dimensions,

        @Schema(description = "Those of the inventories first, then those of the trainings.")
        List<Row> rows,

        List<Total> totals,
        List<Unallocated> unallocated,
        List<People> people,
        List<ReportSource> sources,
        List<ReportNote> notes,
        @Schema(nullable = true) String registerVersion) {

    private static final String OPTIONAL = "x-optional";

    /** What the figures count. */
    @Schema(name = "ReachMeasure")
    public enum Measure {
        /** Someone who took part twice counts twice. */
        PARTICIPATIONS
    }

    /** One group of figures; a municipality of null is none in particular. */
    @Schema(name = "ReachReportRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            ReachSource source,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            TargetGroup targetGroup,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> municipality,

            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {}

    /** The sum of a source, by period when the rows are; a source that did not answer has one, of no period. */
    @Schema(name = "ReachReportTotal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            ReachSource source,

            @Schema(nullable = true, extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<Period> period,

            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {}

    /** A figure of a municipality that was divided, or began later. */
    @Schema(name = "ReachReportUnallocated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unallocated(
            ReachSource source,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            TargetGroup targetGroup,

            String from,
            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {}

    /** At least the largest source's number, at most all together; none is given yet. */
    @Schema(name = "ReachReportPeople")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record People(
            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            TargetGroup targetGroup,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> municipality,

            @Schema(nullable = true) @JsonInclude Long lowest,
            @Schema(nullable = true) @JsonInclude Long highest) {}
}
