package nl.doorlichting.funding.budgetstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.budget.BudgetEntryKind;
import nl.doorlichting.platform.queries.RowQuery;

/** Reads the sums that are kept beside the entries: an answer costs as much as it has cells. */
@ApplicationScoped
class BudgetStatisticsQueries {
    private static final String LINES =
            "select id, parent_id, code, name, position from budget_line where programme = :programme";
    private static final String SUMS = """
            select line_id, year, kind, sum(amount), sum(rounded_to / 2 + below_threshold) from budget_sum
            where programme = :programme group by line_id, year, kind
            """;
    private static final String SUMS_THEN = """
            select line_id, year, kind, sum(amount),
                sum(coalesce(rounded_to, 0) / 2 + coalesce(below_threshold, 0)) from budget_entry
            where programme = :programme and status = 'BOOKED' and coalesce(ended_at, created_at) <= :asOf
            group by line_id, year, kind
            """;
    private static final String REALLOCATIONS = """
            select destination, reallocation_reason, year, sum(amount) from budget_sum
            where programme = :programme and kind = 'REALLOCATION'
            group by destination, reallocation_reason, year order by min(first_booked_at), destination
            """;
    private static final String REALLOCATIONS_THEN = """
            select destination, reallocation_reason, year, sum(amount) from budget_entry
            where programme = :programme and kind = 'REALLOCATION' and created_at <= :asOf
            group by destination, reallocation_reason, year order by min(created_at), destination
            """;

    /**
     * A budget line as the table needs it.
     *
     * @param parentId null for the root
     * @param position order among siblings; null comes last
     */
    record StoredLine(UUID id, UUID parentId, String code, String name, Integer position) {

        static final Comparator<StoredLine> AMONG_SIBLINGS = Comparator.comparing(
                        StoredLine::position, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(StoredLine::code);
    }

    /**
     * What the entries of one kind on one line in one year come to, in euros; there is at least one entry.
     *
     * @param rounding how far the sum can be off because entries were rounded, or known only to be below a threshold
     */
    record BookedSum(UUID lineId, int year, BudgetEntryKind kind, BigDecimal amount, BigDecimal rounding) {}

    /** What went to one destination for one reason in one year, in euros. */
    record ReallocationSum(String destination, ReallocationReason reason, int year, BigDecimal amount) {}

    private final EntityManager entities;

    BudgetStatisticsQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<StoredLine> lines(String programme) {
        return rows(LINES, programme, null).stream()
                .map(row -> new StoredLine(
                        (UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (Integer) row[4]))
                .toList();
    }

    /** As recorded then; as it is now if the moment is null. */
    List<BookedSum> sums(String programme, Instant asOf) {
        return rows(asOf == null ? SUMS : SUMS_THEN, programme, asOf).stream()
                .map(row -> new BookedSum(
                        (UUID) row[0],
                        (Integer) row[1],
                        BudgetEntryKind.valueOf((String) row[2]),
                        (BigDecimal) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }

    /** In the order in which destinations were first booked, which is the order of the source. */
    List<ReallocationSum> reallocations(String programme, Instant asOf) {
        return rows(asOf == null ? REALLOCATIONS : REALLOCATIONS_THEN, programme, asOf).stream()
                .map(row -> new ReallocationSum(
                        (String) row[0], ReallocationReason.valueOf((String) row[1]), (Integer) row[2], (BigDecimal)
                                row[3]))
                .toList();
    }

    private List<Object[]> rows(String sql, String programme, Instant asOf) {
        var query = RowQuery.of(entities, sql).setParameter("programme", programme);
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        return query.getResultList();
    }
}
