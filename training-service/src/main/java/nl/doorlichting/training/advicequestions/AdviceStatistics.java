package nl.doorlichting.training.advicequestions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.advicequestions.AdviceFigure.OneByOne;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Questions for advice, by the year of receipt, theme and asker. Tallies are added to questions recorded one by one,
 * and a note reports tallies that share days with questions or with other tallies.
 *
 * @param dimensions dimensions that the rows are by: those of parameter by, or its default, at least one. Of the fields
 *     that are dimensions a row has these only; its figures stand beside them
 * @param totals exactly one row, over all rows, also where nothing fits the question
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
record AdviceStatistics(
        List<String> dimensions, List<Row> rows, List<Row> totals, List<FigureNote> notes, String revision) {

    /**
     * The figures of one group, or all; a dimension of null is none in particular.
     *
     * @param key a year of null is of tallies over several
     * @param received number of questions received, those of tallies included
     * @param answered number of these questions that were answered, on any day, and those that tallies state as
     *     answered
     * @param open number of questions that were recorded one by one, have no answer and are within their term: those of
     *     status OPEN; null where none was recorded one by one
     * @param overdue number of questions that were recorded one by one, have no answer and are past their last day to
     *     answer: those of status OVERDUE; null where none was recorded one by one
     * @param daysToAnswer mean number of calendar days from receipt to answer, with one decimal, of questions answered
     *     one by one; null where there are none
     */
    @Schema(name = "AdviceStatisticsRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "ADVICE"))
    record Row(
            @JsonUnwrapped Key key,
            AggregatedQuantity received,
            AggregatedQuantity answered,
            @Schema(nullable = true) Long open,
            @Schema(nullable = true) Long overdue,
            @Schema(nullable = true) BigDecimal daysToAnswer) {

        private static Row from(Key key, List<AdviceFigure> figures) {
            var oneByOne = figures.stream()
                    .map(AdviceFigure::oneByOne)
                    .filter(Objects::nonNull)
                    .reduce(OneByOne::plus);
            return new Row(
                    key,
                    figures.stream()
                            .map(AdviceFigure::received)
                            .reduce(QuantitySum.ZERO, QuantitySum::plus)
                            .aggregate(),
                    figures.stream()
                            .map(AdviceFigure::answered)
                            .reduce(QuantitySum.ZERO, QuantitySum::plus)
                            .aggregate(),
                    oneByOne.map(OneByOne::open).orElse(null),
                    oneByOne.map(OneByOne::overdue).orElse(null),
                    oneByOne.filter(found -> found.timed() > 0).map(Row::mean).orElse(null));
        }

        private static BigDecimal mean(OneByOne answered) {
            return BigDecimal.valueOf(answered.days())
                    .divide(BigDecimal.valueOf(answered.timed()), 1, RoundingMode.HALF_UP);
        }
    }

    static AdviceStatistics from(
            Question question,
            Collection<Fact<List<AdviceFigure>>> facts,
            MunicipalityRegister register,
            String revision) {
        var maker = new TableMaker<>(question, register, Measure.<AdviceFigure>listed());
        facts.forEach(maker::add);
        var all = maker.table().total(List.of());
        var shared = sharedDays(all);
        maker.notes()
                .countNamed(
                        NoteCode.OVERLAPPING_PERIODS,
                        shared.size(),
                        shared.stream().map(Period::code).toList());
        var table = maker.table();
        return new AdviceStatistics(
                question.dimensions(),
                table.rows().stream().map(row -> Row.from(row.key(), row.sum())).toList(),
                List.of(Row.from(Key.ALL, all)),
                FigureNote.of(table),
                revision);
    }

    /** Periods of tallies that share days with another tally's other period or with questions. */
    private static SortedSet<Period> sharedDays(List<AdviceFigure> figures) {
        var tallies = new TreeSet<Period>();
        figures.stream().filter(AdviceFigure::isTally).map(AdviceFigure::days).forEach(tallies::add);
        var shared = PeriodSet.of(tallies).partlyOverlapping().stream().collect(Collectors.toCollection(TreeSet::new));
        figures.stream()
                .filter(figure -> !figure.isTally())
                .forEach(figure ->
                        tallies.stream().filter(figure.days()::overlaps).forEach(shared::add));
        return shared;
    }
}
