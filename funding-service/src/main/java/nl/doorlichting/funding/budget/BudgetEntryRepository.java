package nl.doorlichting.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.ScalarQuery;

@ApplicationScoped
class BudgetEntryRepository implements PanacheRepositoryBase<BudgetEntry, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), SortKey.of("year", Integer.class)));

    private static final String UNDER = """
            with recursive under (id) as (
                select cast(:line as uuid)
                union all
                select l.id from budget_line l join under u on l.parent_id = u.id)
            select id from under
            """;

    private static final String BY_HAND =
            "status = ?1 and awardId is null and corrects in (select p.id from BudgetEntry p"
                    + " where p.awardId = ?2 and p.kind = DISBURSEMENT and p.corrects is null)";

    // The nil id is of no entry, so that the list is never empty.
    private static final String OF_PROJECT = """
            with recursive booked (id) as (
                select e.id from award a join budget_entry e on e.award_id = a.id and e.corrects is null
                where a.project_id = :project
                union all
                select c.id from booked b join budget_entry c on c.corrects = b.id)
            select id from booked union all select cast('00000000-0000-0000-0000-000000000000' as uuid)
            """;

    private static final String CORRECTED = """
            with recursive later (id, amount, sign) as (
                select c.id, c.amount, sign(e.amount) from budget_entry e join budget_entry c on c.corrects = e.id
                where e.id = :id and (c.status = 'BOOKED' or c.status = 'WAITING' and sign(c.amount) <> sign(e.amount))
                union all
                select c.id, c.amount, l.sign from later l join budget_entry c on c.corrects = l.id
                where c.status = 'BOOKED' or c.status = 'WAITING' and sign(c.amount) <> l.sign)
            select coalesce(sum(amount), 0) from later
            """;

    Page<BudgetEntry> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(BudgetEntry.class, filter, KEYS, request);
    }

    /** The line with all beneath it; there are few lines, and the list of entries is then read by their ids. */
    List<UUID> linesUnder(UUID line) {
        return ScalarQuery.of(getEntityManager(), UNDER, UUID.class)
                .setParameter("line", line)
                .getResultList();
    }

    /** The entries of awards of the project, with all corrections of these. */
    List<UUID> ofProject(UUID project) {
        return ScalarQuery.of(getEntityManager(), OF_PROJECT, UUID.class)
                .setParameter("project", project)
                .getResultList();
    }

    Optional<BudgetEntry> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }

    /** What was booked for the award, in whatever year, and can be taken back: the last first. */
    List<BudgetEntry> ofAward(UUID awardId, BudgetEntryKind kind) {
        return list("awardId = ?1 and kind = ?2 and corrects is null order by id desc", awardId, kind);
    }

    /** What the service took back, for this source, of what was paid of the award: the last first. */
    List<BudgetEntry> recoveries(UUID awardId, String source) {
        return list(
                "awardId = ?1 and kind = ?2 and amount < 0 and source = ?3 order by id desc",
                awardId,
                BudgetEntryKind.DISBURSEMENT,
                source);
    }

    /** Whether a correction of the entry waits for its release. */
    boolean isCorrectionWaiting(UUID id) {
        return count("corrects = ?1 and status = ?2", id, BudgetEntryStatus.WAITING) > 0;
    }

    /** The line of the entry, without reading the entry itself, which is read when the line is locked. */
    Optional<UUID> lineOf(UUID id) {
        return getEntityManager()
                .createQuery("select e.lineId from BudgetEntry e where e.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Whether this entry was recorded to take back a payment of the award, and has this status. */
    boolean isPaymentTakenBackByHand(UUID awardId, UUID id, BudgetEntryStatus status) {
        return count(BY_HAND + " and id = ?3", status, awardId, id) > 0;
    }

    /** Whether an entry that was recorded to take back a payment of the award waits for its release. */
    boolean hasWaitingCorrection(UUID awardId) {
        return count(BY_HAND, BudgetEntryStatus.WAITING, awardId) > 0;
    }

    /**
     * What all corrections of this entry together take back, signed as they are, less what was taken back of them. One that
     * waits counts only where it leaves less to correct, because it may be cancelled.
     */
    BigDecimal corrected(UUID id) {
        return ScalarQuery.of(getEntityManager(), CORRECTED, BigDecimal.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
