package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.advicequestions.AdviceFigure.OneByOne;

/** Reads the sums of questions and of tallies. */
@ApplicationScoped
class AdviceFacts {
    private static final String QUESTIONS = """
            select cast(extract(year from e.received_on) as integer), e.theme, e.asked_by, count(*),
                min(e.received_on), max(e.received_on), count(e.answered_on),
                count(*) filter (where e.answered_on is null and e.due_on < :today),
                coalesce(sum(e.answered_on - e.received_on), 0)
            from advice_question e
            %s
            group by 1, 2, 3
            """;
    private static final String TALLIES = """
            select e.period_from, e.period_until, e.theme, e.asked_by, count(*), %s, %s
            from advice_question_tally e
            %s
            group by 1, 2, 3, 4
            """;
    private static final int RECEIVED = 5;

    private final EntityManager entities;

    AdviceFacts(EntityManager entities) {
        this.entities = entities;
    }

    /** All groups, also of tallies with a partly overlapping period, which a note counts. */
    List<Fact<List<AdviceFigure>>> of(Question question, LocalDate today) {
        return Stream.concat(questions(question, today), tallies(question)).toList();
    }

    private Stream<Fact<List<AdviceFigure>>> questions(Question question, LocalDate today) {
        var filter = filter(question).where("e.withdrawn_at is null");
        if (question.from() != null) {
            filter.where("e.received_on >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            filter.where("e.received_on < :wanted_until", "wanted_until", question.until());
        }
        filter.parameters().put("today", today);
        return rows(QUESTIONS.formatted(filter.clause()), filter).stream().map(AdviceFacts::question);
    }

    private Stream<Fact<List<AdviceFigure>>> tallies(Question question) {
        var filter = filter(question).where("e.withdrawn_at is null");
        if (question.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", question.until());
        }
        var sql = TALLIES.formatted(
                QuantitySql.sums("e", "received_"), QuantitySql.sums("e", "quantity_"), filter.clause());
        return rows(sql, filter).stream().map(AdviceFacts::tally);
    }

    private static Filter filter(Question question) {
        var filter = new Filter().equal("programme", question.programme());
        question.only().keySet().forEach(dimension -> {
            var column = dimension.name().toLowerCase(Locale.ROOT);
            filter.where("e." + column + " in (:" + column + ")", column, question.codes(dimension));
        });
        return filter;
    }

    private static Fact<List<AdviceFigure>> question(Object[] row) {
        var records = number(row[3]);
        var answered = number(row[6]);
        var figure = new AdviceFigure(
                new Period(day(row[4]), day(row[5]).plusDays(1)),
                AdviceFigure.counted(records, records),
                AdviceFigure.counted(answered, records),
                new OneByOne(records - answered - number(row[7]), number(row[7]), number(row[8]), answered));
        return Fact.of(records, List.of(figure))
                .stating(Map.of(
                        Dimension.YEAR, Set.of(row[0]),
                        Dimension.THEME, stated(Dimension.THEME, row[1]),
                        Dimension.ASKED_BY, stated(Dimension.ASKED_BY, row[2])));
    }

    private static Fact<List<AdviceFigure>> tally(Object[] row) {
        var period = new Period(day(row[0]), day(row[1]));
        var received = QuantitySql.read(row, RECEIVED);
        var answered = QuantitySql.read(row, RECEIVED + QuantitySql.COLUMNS);
        return Fact.of(number(row[4]), List.of(new AdviceFigure(period, received, answered, null)))
                .during(period)
                .stating(Map.of(
                        Dimension.THEME, stated(Dimension.THEME, row[2]),
                        Dimension.ASKED_BY, stated(Dimension.ASKED_BY, row[3])));
    }

    private static Set<Object> stated(Dimension dimension, Object column) {
        return column == null ? Set.of() : Set.of(dimension.value((String) column));
    }

    private List<Object[]> rows(String sql, Filter filter) {
        var statement = RowQuery.of(entities, sql);
        filter.parameters().forEach(statement::setParameter);
        return statement.getResultList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
