package nl.doorlichting.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

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

    private static final String ADD_TO_SUMS = """
            insert into budget_sum as s (programme, line_id, year, kind, destination, reallocation_reason, entries,
                amount, rounded_to, below_threshold, first_booked_at)
            values (:programme, :line, :year, :kind, :destination, :reason, 1, :amount, :rounded_to, :below_threshold,
                :booked_at)
            on conflict (line_id, year, kind, destination, reallocation_reason) do update set
                entries = s.entries + 1, amount = s.amount + excluded.amount,
                rounded_to = s.rounded_to + excluded.rounded_to,
                below_threshold = s.below_threshold + excluded.below_threshold,
                first_booked_at = least(s.first_booked_at, excluded.first_booked_at)
            """;

    Page<BudgetEntry> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(BudgetEntry.class, filter, KEYS, request);
    }

    /** The line with all beneath it; there are few lines, and the list of entries is then read by their ids. */
    List<UUID> linesUnder(UUID line) {
        @SuppressWarnings("unchecked")
        List<UUID> lines = getEntityManager()
                .createNativeQuery(UNDER, UUID.class)
                .setParameter("line", line)
                .getResultList();
        return lines;
    }

    Optional<BudgetEntry> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }

    /** What was booked for the award in this cell and can be taken back, the last first. */
    List<BudgetEntry> ofAward(UUID awardId, BudgetCell cell, BudgetEntryKind kind) {
        return list(
                "awardId = ?1 and lineId = ?2 and year = ?3 and kind = ?4 and corrects is null order by id desc",
                awardId,
                cell.lineId(),
                cell.year(),
                kind);
    }

    /** What all corrections of this entry together take back, signed as they are. */
    BigDecimal corrected(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(e.amount), 0) from BudgetEntry e where e.corrects = :id", BigDecimal.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /**
     * Adds to what entries come to by line, year, kind and, for a reallocation, destination and reason. It is written
     * under the lock of the programme's volume, so that no two writers of a programme cross here.
     */
    void addToSums(BudgetEntry entry) {
        getEntityManager()
                .createNativeQuery(ADD_TO_SUMS)
                .setParameter("programme", entry.programme)
                .setParameter("line", entry.lineId)
                .setParameter("year", entry.year)
                .setParameter("kind", entry.kind.name())
                .setParameter("destination", Objects.toString(entry.destination, ""))
                .setParameter("reason", Objects.toString(entry.reallocationReason, ""))
                .setParameter("amount", entry.amount)
                .setParameter("rounded_to", Objects.requireNonNullElse(entry.roundedTo, BigDecimal.ZERO))
                .setParameter("below_threshold", Objects.requireNonNullElse(entry.belowThreshold, BigDecimal.ZERO))
                .setParameter("booked_at", entry.createdAt)
                .executeUpdate();
    }
}
