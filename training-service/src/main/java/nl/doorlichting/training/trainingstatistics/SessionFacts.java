package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.trainingstatistics.TrainingFigure.Kind;

/** Reads figures of sessions from the stored sums, or by session where a sum is too coarse. */
@ApplicationScoped
class SessionFacts {
    private static final String FACTS = """
            select %s, sum(e.records), nullif(sum(e.planned), 0), nullif(sum(e.held), 0),
                sum(e.best_halves), sum(e.lowest), sum(e.highest), sum(e.without_margin), sum(e.exact),
                sum(e.approximate), sum(e.range), sum(e.at_least), sum(e.vague), sum(e.not_measured), sum(e.codes)
            from %s e
            %s
            group by 1, 2, 3, 4, 5, 6, 7
            having sum(e.records) > 0
            """;
    private static final String DAYS = """
            select distinct e.session_date, 1
            from training_session_sum e
            %s
            order by 1
            limit 21
            """;
    private static final int RECORDS = 7;
    private static final int SUMS = 10;
    private static final int CODES = 20;
    private static final int ENOUGH_DAYS = 21;
    private static final int CODE_LENGTH = 6;
    private static final String SEVERAL_MUNICIPALITIES = "+";

    private final EntityManager entities;

    SessionFacts(EntityManager entities) {
        this.entities = entities;
    }

    List<Fact<List<TrainingFigure>>> of(SessionSelection selection) {
        var sql = FACTS.formatted(
                selection.columns(), selection.table(), selection.filter().clause());
        return NativeRows.of(entities, sql, selection.filter().parameters()).stream()
                .map(row -> fact(row, selection))
                .toList();
    }

    /** The first days within the period with selected sessions. */
    SortedSet<Period> days(SessionSelection selection, Period period) {
        Filter filter = selection
                .dayFilter()
                .where("e.session_date >= :day_from", "day_from", period.from())
                .where("e.session_date < :day_until", "day_until", period.until());
        var days = new TreeSet<Period>();
        NativeRows.of(entities, DAYS.formatted(filter.clause()), filter.parameters()).stream()
                .map(row -> NativeRows.day(row[0]))
                .forEach(day -> days.add(new Period(day, day.plusDays(1))));
        return days;
    }

    /** The periods, with months replaced by their days as far as a note shows them. */
    SortedSet<Period> named(SessionSelection selection, SortedSet<Period> periods, SortedSet<Period> months) {
        var named = new TreeSet<Period>();
        for (var period : periods) {
            if (months.contains(period) && named.size() < ENOUGH_DAYS) {
                named.addAll(days(selection, period));
            } else {
                named.add(period);
            }
        }
        return named;
    }

    private static Fact<List<TrainingFigure>> fact(Object[] row, SessionSelection selection) {
        var figure = new TrainingFigure(
                selection.byDay() ? Kind.DAY : Kind.DAYS,
                false,
                NativeRows.period(row[4], row[5]),
                NativeRows.count(row[RECORDS + 1]),
                NativeRows.count(row[RECORDS + 2]),
                QuantitySql.read(row, SUMS),
                NativeRows.number(row[CODES]),
                null,
                null);
        var year = row[2] == null ? null : ((Number) row[2]).intValue();
        return Fact.of(selection.isOfParts() ? 0 : NativeRows.number(row[RECORDS]), List.of(figure))
                .during(figure.period())
                .stating(selection.types().stated(selection.question(), (String) row[0], (String) row[1], year, (String)
                        row[6]))
                .in(municipalities((String) row[3], selection.question()));
    }

    private static Set<String> municipalities(String column, Question question) {
        if (SEVERAL_MUNICIPALITIES.equals(column)) {
            return Fact.SEVERAL_MUNICIPALITIES;
        }
        if (column != null && column.length() == CODE_LENGTH) {
            return Set.of(column);
        }
        return question.filtersByPlace() ? null : Set.of();
    }
}
