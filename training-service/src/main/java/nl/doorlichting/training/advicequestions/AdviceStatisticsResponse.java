package nl.doorlichting.training.advicequestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Questions for advice, by the year of receipt, theme and asker.
 *
 * @param dimensions what the rows are by; a row has only these fields
 * @param totals exactly one, over all rows
 * @param revision grows with every change of the figures
 */
@Schema(name = "AdviceStatistics")
public record AdviceStatisticsResponse(
        List<String> dimensions, List<Row> rows, List<Total> totals, List<Note> notes, String revision) {

    private static final String OPTIONAL = "x-optional";

    /**
     * The figures of one group; a dimension of null is none in particular.
     *
     * @param year calendar year of receipt; null for a tally over several
     * @param received with tallies
     * @param answered with tallies
     * @param open recorded one by one and not answered; null when none is recorded one by one
     * @param overdue open questions past their term
     * @param daysToAnswer mean days from receipt to answer, with one decimal, of those answered one by one
     */
    @Schema(name = "AdviceStatisticsRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(
                    implementation = Integer.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<Integer> year,

            @Schema(
                    implementation = String.class,
                    description = "Code of the codelist advice-themes.",
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> theme,

            @Schema(
                    implementation = String.class,
                    description = "Code of the codelist asker-kinds.",
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> askedBy,

            AggregatedQuantity received,
            AggregatedQuantity answered,
            @Schema(nullable = true) @JsonInclude Long open,
            @Schema(nullable = true) @JsonInclude Long overdue,
            @Schema(nullable = true) @JsonInclude BigDecimal daysToAnswer) {

        static Row from(AdviceQuery query, AdviceTable.Row row) {
            return new Row(
                    field(query, AdviceDimension.YEAR, row.key().year()),
                    field(query, AdviceDimension.THEME, name(row.key().theme())),
                    field(query, AdviceDimension.ASKED_BY, name(row.key().askedBy())),
                    row.received().aggregate(),
                    row.answered().aggregate(),
                    row.open(),
                    row.overdue(),
                    row.daysToAnswer());
        }

        private static String name(Enum<?> value) {
            return value == null ? null : value.name();
        }

        // Absent when not requested, null when none in particular.
        private static <T> Optional<T> field(AdviceQuery query, AdviceDimension dimension, T value) {
            return query.by(dimension) ? Optional.ofNullable(value) : null;
        }
    }

    /** The sum of the rows. */
    @Schema(name = "AdviceStatisticsTotal")
    public record Total(
            AggregatedQuantity received,
            AggregatedQuantity answered,
            @Schema(nullable = true) Long open,
            @Schema(nullable = true) Long overdue,
            @Schema(nullable = true) BigDecimal daysToAnswer) {

        static Total from(AdviceTable.Row row) {
            return new Total(
                    row.received().aggregate(),
                    row.answered().aggregate(),
                    row.open(),
                    row.overdue(),
                    row.daysToAnswer());
        }
    }

    /** A warning about the figures. */
    @Schema(name = "AdviceStatisticsNote")
    public record Note(String code, long count, String detail) {
        static Note from(AdviceTable.Note note) {
            return new Note(note.code(), note.count(), note.detail());
        }
    }

    static AdviceStatisticsResponse from(AdviceQuery query, AdviceTable table, String revision) {
        return new AdviceStatisticsResponse(
                query.by().stream().map(AdviceDimension::jsonName).toList(),
                table.rows().stream().map(row -> Row.from(query, row)).toList(),
                List.of(Total.from(table.total())),
                table.notes().stream().map(Note::from).toList(),
                revision);
    }
}
