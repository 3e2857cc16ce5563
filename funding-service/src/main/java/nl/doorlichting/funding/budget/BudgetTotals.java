package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.texts.Text;

/**
 * What entries come to, stored beside them: under each ceiling, which the database checks too, in a programme as a whole
 * and by line and kind. The locks of ceilings make writers queue.
 */
@ApplicationScoped
class BudgetTotals {
    /** Money's own limit: every sum of entries that an answer shows stays below it. */
    private static final BigDecimal VOLUME_LIMIT = BigDecimal.TEN.pow(12);

    private static final String ABOVE = """
            with recursive above (id, parent_id, ceiling) as (
                select id, parent_id, ceiling from budget_line where id = :line
                union all
                select l.id, l.parent_id, l.ceiling from budget_line l join above a on l.id = a.parent_id)
            """;

    // "No key": an entry's foreign key to a line, or a new line below it, need not wait for this.
    private static final String LOCK = ABOVE + """
            select l.id from budget_line l
            where l.id in (select a.id from above a where a.ceiling or (:line_too and a.id = :line))
            order by l.id for no key update
            """;
    private static final String BALANCES = ABOVE + """
            select l.id, l.code, coalesce(c.budgeted, 0), coalesce(c.reallocated, 0), coalesce(c.committed, 0),
                coalesce(c.disbursed, 0), coalesce(c.reserved, 0)
            from above a
            join budget_line l on l.id = a.id
            left join budget_ceiling c on c.line_id = l.id and c.year = :year
            where a.ceiling
            order by l.depth desc
            """;
    private static final String STORE = """
            insert into budget_ceiling (line_id, year, budgeted, reallocated, committed, disbursed, reserved)
            values (:line, :year, :budgeted, :reallocated, :committed, :disbursed, :reserved)
            on conflict (line_id, year) do update set budgeted = excluded.budgeted,
                reallocated = excluded.reallocated, committed = excluded.committed, disbursed = excluded.disbursed,
                reserved = excluded.reserved
            """;
    private static final String ADD_VOLUME = """
            insert into budget_volume as v (programme, amount) values (:programme, :amount)
            on conflict (programme) do update set amount = v.amount + excluded.amount
            where v.amount + excluded.amount < :limit
            """;
    private static final String ADD_SUM = """
            insert into budget_sum as s (programme, line_id, year, kind, destination, reallocation_reason, entries,
                amount, rounded_to, below_threshold, first_booked_at)
            select programme, line_id, year, kind, coalesce(destination, ''), coalesce(reallocation_reason, ''), 1,
                amount, coalesce(rounded_to, 0), coalesce(below_threshold, 0), created_at
            from budget_entry where id = :entry
            on conflict (line_id, year, kind, destination, reallocation_reason) do update set
                entries = s.entries + 1, amount = s.amount + excluded.amount,
                rounded_to = s.rounded_to + excluded.rounded_to,
                below_threshold = s.below_threshold + excluded.below_threshold,
                first_booked_at = least(s.first_booked_at, excluded.first_booked_at)
            """;

    private final EntityManager entities;

    BudgetTotals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the ceilings at and above the line until the transaction ends, in one order so that writers never deadlock.
     */
    void lock(UUID line, boolean lineToo) {
        ScalarQuery.of(entities, LOCK, UUID.class)
                .setParameter("line", line)
                .setParameter("line_too", lineToo)
                .getResultList();
    }

    /** The balances of the ceilings at and above the cell's line, the nearest first; to be read under the lock. */
    List<CeilingBalance> balances(BudgetCell cell) {
        return RowQuery.of(entities, BALANCES)
                .setParameter("line", cell.lineId())
                .setParameter("year", cell.year())
                .getResultList()
                .stream()
                .map(row -> balance(row, cell.year()))
                .toList();
    }

    void store(CeilingBalance balance) {
        entities.createNativeQuery(STORE)
                .setParameter("line", balance.lineId())
                .setParameter("year", balance.year())
                .setParameter("budgeted", balance.budgeted())
                .setParameter("reallocated", balance.reallocated())
                .setParameter("committed", balance.committed())
                .setParameter("disbursed", balance.disbursed())
                .setParameter("reserved", balance.reserved())
                .executeUpdate();
    }

    /**
     * Adds a stored entry to its programme's volume, 409 over the limit, and to what is booked on its line. The lock of
     * the volume makes the writers of a programme queue here.
     */
    void add(BudgetEntry entry) {
        var added = entities.createNativeQuery(ADD_VOLUME)
                .setParameter("programme", entry.cell().programme())
                .setParameter("amount", entry.amount().abs())
                .setParameter("limit", VOLUME_LIMIT)
                .executeUpdate();
        if (added == 0) {
            throw ProblemException.invalidState(Text.of("budget.volume", VOLUME_LIMIT), List.of());
        }
        entities.createNativeQuery(ADD_SUM).setParameter("entry", entry.id()).executeUpdate();
    }

    private static CeilingBalance balance(Object[] row, int year) {
        return new CeilingBalance(
                (UUID) row[0],
                (String) row[1],
                year,
                (BigDecimal) row[2],
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                (BigDecimal) row[5],
                (BigDecimal) row[6]);
    }
}
