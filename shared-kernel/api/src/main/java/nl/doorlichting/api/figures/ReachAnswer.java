package nl.doorlichting.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reach of one source, in participations.
 *
 * @param dimensions dimensions that the rows are by: those of parameter by, or its default, at least one. Of the fields
 *     that are dimensions a row has these only; its figures stand beside them
 * @param totals one row with the sum of all figures of the source that pass the filters; where rows are by period, one
 *     for each period. Empty where nothing fits the question
 * @param unallocated figures of a municipality that the map of parameter boundaries does not have as a whole, because
 *     it was divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries
 * @param registerVersion version of the register of municipalities that was used; null where the answer does not depend
 *     on it, because neither rows nor filters are by municipality or province
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
public record ReachAnswer(
        List<String> dimensions,
        List<Row> rows,
        List<Row> totals,
        List<Row> unallocated,
        List<FigureNote> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    /** The operation that has more rows. */
    public static final String CSV = "GET /v1/reports/reach/csv";

    public ReachAnswer {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Paths of the lists of what a row is made of, one record each. A path is null for a list that the caller may not
     * read or that can have nothing of the row.
     *
     * @param observations path of the list of observations of inventories of the row; null where the caller may not
     *     read it, or where it has nothing of the row
     * @param tallies path of the list of tallies of the row; null where the caller may not read it, or where it has
     *     nothing of the row
     * @param sessions path of the list of held sessions of the row; null where the caller may not read it, where it has
     *     nothing of the row, or where it cannot be narrowed to the row
     */
    @Schema(name = "ReachLinks")
    public record Links(
            @Schema(nullable = true) String observations,
            @Schema(nullable = true) String tallies,
            @Schema(nullable = true) String sessions) {
        /** No list. */
        public static final Links NONE = new Links(null, null, null);
    }

    /** One group of figures. Reach is null where tallies may hold one another, because they have no sum. */
    @Schema(name = "ReachRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "REACH"))
    public record Row(
            ReachSource source,
            @JsonUnwrapped Key key,
            @Schema(nullable = true) AggregatedQuantity reach,
            Links links) {
        public Row {
            Objects.requireNonNull(source, "source");
            links = links == null ? Links.NONE : links;
        }

        /** The same with another key. */
        public Row withKey(Key other) {
            return new Row(source, other, reach, links);
        }
    }

    /**
     * How many different people: at least the largest source's number, at most all together. Those of a row have the
     * dimensions of the row; those of a total have none but period, where the totals are by period.
     *
     * @param lowest at least so many different people, the number of the largest source; null where no source has a
     *     lower bound
     * @param highest at most so many different people, all sources together; null where a source has no upper bound
     * @param approximate whether an approximate count without a margin went in, so that the bounds hold for the rest only;
     *     absent in a release of an earlier version
     */
    @Schema(name = "ReachPeople", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "REACH"))
    public record People(
            @JsonUnwrapped Key key,
            @Schema(nullable = true) Long lowest,
            @Schema(nullable = true) Long highest,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean approximate) {

        /** Of what several sources have a figure of; null where a bound is not known. */
        public static People of(List<Row> shared) {
            return of(
                    shared.get(0).key(),
                    shared.stream()
                            .map(row -> row.reach() == null ? null : row.reach().lowest())
                            .toList(),
                    shared.stream()
                            .map(row -> row.reach() == null ? null : row.reach().highest())
                            .toList(),
                    shared.stream()
                            .anyMatch(row -> row.reach() != null && row.reach().approximate()));
        }

        /** Of the bounds of several sources, each null where it is not known. */
        public static People of(Key key, List<Long> lowest, List<Long> highest, boolean approximate) {
            return new People(
                    key,
                    lowest.stream()
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null),
                    highest.contains(null)
                            ? null
                            : (Long) highest.stream().mapToLong(Long::longValue).sum(),
                    approximate);
        }
    }

    /** The table of one source. */
    public static ReachAnswer whole(
            ReachSource source,
            Table<QuantitySum> table,
            Function<Table.Row<QuantitySum>, Links> links,
            String registerVersion,
            String revision) {
        return new ReachAnswer(
                table.question().dimensions(),
                rows(source, table.rows(), links),
                rows(source, table.totals(), links),
                rows(source, table.unallocated(), links),
                FigureNote.of(table),
                table.question().dependsOnRegister() ? registerVersion : null,
                revision);
    }

    /** The same with each note replaced. */
    public ReachAnswer withNotes(UnaryOperator<FigureNote> replaced) {
        return new ReachAnswer(
                dimensions,
                rows,
                totals,
                unallocated,
                notes.stream().map(replaced).toList(),
                registerVersion,
                revision);
    }

    private static List<Row> rows(
            ReachSource source, List<Table.Row<QuantitySum>> rows, Function<Table.Row<QuantitySum>, Links> links) {
        return rows.stream()
                .map(row -> new Row(
                        source, row.key(), row.isWithheld() ? null : row.sum().aggregate(), links.apply(row)))
                .toList();
    }
}
