package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The stored side of ceilings: the locks that make writers queue, and the balances that the database checks too. */
@ApplicationScoped
class BudgetCeilings {
    /** Money's own limit: every sum of entries that an answer shows stays below it. */
    static final BigDecimal VOLUME_LIMIT = BigDecimal.TEN.pow(12);

    // "No key": an entry's foreign key to a line, or a new line below it, need not wait for this.
    private static final String LOCK = """
            with recursive above (id, parent_id, ceiling) as (
                select id, parent_id, ceiling from budget_line where id = :line
                union all
                select l.id, l.parent_id, l.ceiling from budget_line l join above a on l.id = a.parent_id)
            select l.id from budget_line l
            where l.id in (select a.id from above a where a.ceiling or (:line_too and a.id = :line))
            order by l.id for no key update
            """;
    private static final String BALANCES = """
            with recursive above (id, parent_id, ceiling) as (
                select id, parent_id, ceiling from budget_line where id = :line
                union all
                select l.id, l.parent_id, l.ceiling from budget_line l join above a on l.id = a.parent_id)
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

    private final EntityManager entities;

    BudgetCeilings(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the ceilings at and above the line until the transaction ends, in one order so that writers never deadlock.
     */
    void lock(UUID line, boolean lineToo) {
        entities.createNativeQuery(LOCK, UUID.class)
                .setParameter("line", line)
                .setParameter("line_too", lineToo)
                .getResultList();
    }

    /** The balances of the ceilings at and above the line, the nearest first; to be read under the lock. */
    List<CeilingBalance> balances(UUID line, int year) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(BALANCES, Object[].class)
                .setParameter("line", line)
                .setParameter("year", year)
                .getResultList();
        return rows.stream().map(row -> balance(row, year)).toList();
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

    /** Adds to the programme's volume; false when that would go over the limit. */
    boolean addVolume(String programme, BigDecimal amount) {
        Query add = entities.createNativeQuery(ADD_VOLUME)
                .setParameter("programme", programme)
                .setParameter("amount", amount.abs())
                .setParameter("limit", VOLUME_LIMIT);
        return add.executeUpdate() == 1;
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
