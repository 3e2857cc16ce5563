package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.lists.Filter;

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

    /** All groups, also of tallies with a partly overlapping period, which the table counts. */
    List<AdviceFact> of(AdviceQuery query, LocalDate today) {
        return Stream.concat(questions(query, today), tallies(query)).toList();
    }

    private Stream<AdviceFact> questions(AdviceQuery query, LocalDate today) {
        var filter = filter(query);
        if (query.from() != null) {
            filter.where("e.received_on >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.received_on < :wanted_until", "wanted_until", query.until());
        }
        filter.parameters().put("today", today);
        return rows(QUESTIONS.formatted(filter.clause()), filter).stream().map(row -> question(query, row));
    }

    private Stream<AdviceFact> tallies(AdviceQuery query) {
        var filter = filter(query);
        if (query.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", query.until());
        }
        var sql = TALLIES.formatted(
                QuantitySql.sums("e", "received_"), QuantitySql.sums("e", "quantity_"), filter.clause());
        return rows(sql, filter).stream().map(row -> tally(query, row));
    }

    private static Filter filter(AdviceQuery query) {
        return new Filter()
                .equal("programme", query.programme())
                .equal("theme", name(query.theme()))
                .equal("asked_by", name(query.askedBy()));
    }

    private static AdviceFact question(AdviceQuery query, Object[] row) {
        var records = number(row[3]);
        var answered = number(row[6]);
        return new AdviceFact(
                AdviceKey.of(query, (Integer) row[0], theme(row[1]), askedBy(row[2])),
                null,
                records,
                new Period(day(row[4]), day(row[5]).plusDays(1)),
                AdviceFact.counted(records, records),
                AdviceFact.counted(answered, records),
                records - answered,
                number(row[7]),
                number(row[8]),
                answered);
    }

    private static AdviceFact tally(AdviceQuery query, Object[] row) {
        var period = new Period(day(row[0]), day(row[1]));
        var last = period.until().minusDays(1).getYear();
        var year = period.from().getYear() == last ? Integer.valueOf(last) : null;
        return new AdviceFact(
                AdviceKey.of(query, year, theme(row[2]), askedBy(row[3])),
                period,
                number(row[4]),
                null,
                sum(row, RECEIVED),
                sum(row, RECEIVED + QuantitySql.COLUMNS),
                null,
                null,
                0,
                0);
    }

    private static QuantitySum sum(Object[] row, int offset) {
        return QuantitySql.read(row, offset);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Filter filter) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(statement::setParameter);
        return statement.getResultList();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static AdviceTheme theme(Object column) {
        return column == null ? null : AdviceTheme.valueOf((String) column);
    }

    private static AskerKind askedBy(Object column) {
        return column == null ? null : AskerKind.valueOf((String) column);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
