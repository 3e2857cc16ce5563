package nl.doorlichting.training.trainingstatistics;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.queries.RowQuery;
import org.hibernate.jpa.HibernateHints;

/** Reads rows of native statements and their columns. */
final class NativeRows {
    private static final int FETCHED_AT_ONCE = 500;

    private NativeRows() {}

    static List<Object[]> of(EntityManager entities, String sql, Map<String, Object> parameters) {
        var statement = RowQuery.of(entities, sql);
        parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }

    /** The same, read from the database bit by bit. The caller closes it. */
    static Stream<Object[]> streamed(EntityManager entities, String sql, Map<String, Object> parameters) {
        var statement = RowQuery.of(entities, sql);
        parameters.forEach(statement::setParameter);
        return statement
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .getResultStream();
    }

    static Period period(Object from, Object until) {
        return from == null ? null : new Period(day(from), day(until));
    }

    static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    static Long count(Object column) {
        return column == null ? null : number(column);
    }
}
