package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.SessionSums;
import nl.doorlichting.training.SessionSums.Grain;

/** Evaluations over several sessions, by training type and calendar year and never finer. */
@ApplicationScoped
public class EvaluationCells {
    // The sums of sessions contain the complete steps only (V35).
    private static final String CELLS = """
            select sum(e.codes), %s, e.training_type, e.year
            from (
                select programme, training_type, cast(extract(year from year) as integer) as year, sign * codes as codes, %s
                from %s s
                union all
                select programme, training_type, year, 0, %s
                from evaluation_remainder) e
            %s
            group by e.training_type, e.year
            having sum(e.codes) + sum(e.answers) > 0
            """;
    private static final int KEY = 1 + EvaluationSteps.FIGURES.size();

    private final EntityManager entities;
    private final SessionSums sums;

    EvaluationCells(EntityManager entities, SessionSums sums) {
        this.entities = entities;
        this.sums = sums;
    }

    /**
     * Sums that may be added to one another.
     *
     * @param trainingType code
     * @param shown the sums of complete steps; codes are those given
     */
    public record Cell(String trainingType, int year, EvaluationSums shown) {}

    /** The cells with codes, of a programme; null is all. */
    public List<Cell> of(String programme) {
        var filter = new Filter().equal("programme", programme);
        var sql = CELLS.formatted(
                list("sum(e.%s)"),
                list("sign * %1$s as %1$s"),
                SessionSums.rows(Grain.YEAR, sums.isBuilt()),
                list("shown_%s"),
                filter.clause());
        var statement = RowQuery.of(entities, sql);
        filter.parameters().forEach(statement::setParameter);
        List<Object[]> rows = statement.getResultList();
        return rows.stream()
                .map(row ->
                        new Cell((String) row[KEY], ((Number) row[KEY + 1]).intValue(), EvaluationSteps.sums(row, 1)))
                .toList();
    }

    /** The cells of the calendar years in a period of whole years; null is without limit. */
    public static List<Cell> within(List<Cell> cells, LocalDate from, LocalDate until) {
        return cells.stream()
                .filter(cell -> from == null || cell.year() >= from.getYear())
                .filter(cell -> until == null || cell.year() < until.getYear())
                .toList();
    }

    private static String list(String expression) {
        return EvaluationSteps.FIGURES.stream().map(expression::formatted).collect(Collectors.joining(", "));
    }
}
