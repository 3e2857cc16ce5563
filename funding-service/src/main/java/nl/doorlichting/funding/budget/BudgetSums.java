package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What entries come to, by line, year, kind and, for a reallocation, destination and reason. Written under the lock of
 * the programme's volume, so that no two writers of a programme cross here.
 */
@ApplicationScoped
class BudgetSums {
    private static final String ADD = """
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

    private final EntityManager entities;

    BudgetSums(EntityManager entities) {
        this.entities = entities;
    }

    void add(BudgetEntry entry) {
        entities.createNativeQuery(ADD)
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
