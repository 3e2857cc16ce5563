package nl.doorlichting.funding.applications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.funding.schemes.AllocationOrder;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

@ApplicationScoped
class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(
                    SortKey.of("createdAt", Instant.class),
                    SortKey.of("organisationId", String.class),
                    new SortKey("submittedAt", "submittedAtOrLast", Instant.class),
                    new SortKey("totalScore", "totalScoreOrNone", Integer.class),
                    new SortKey("decisionDue", "decisionDueOrLast", LocalDate.class),
                    new SortKey("requestedAmount", "requestedAmountOrNone", BigDecimal.class)));

    /** How many applications a refusal names. */
    private static final int MOST_NAMED = 20;

    Page<Application> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Application.class, filter, KEYS, request);
    }

    /**
     * Ids of applications of the same scheme that a decision on this one passes over: by ORDER_OF_RECEIPT those that were
     * complete earlier, are assessed and are not decided; by RANKING those with a higher score that were refused, or for
     * a refusal those with a lower score that were granted.
     */
    List<UUID> passedOver(Application decided, DecisionRequest.Outcome outcome, AllocationOrder order) {
        if (order == AllocationOrder.ORDER_OF_RECEIPT) {
            return ids(
                    "e.status = ASSESSED and coalesce(e.completeAt, e.handling.submittedAt) < :bound",
                    decided,
                    decided.receivedAt());
        }
        if (order != AllocationOrder.RANKING || decided.totalScore() == null) {
            return List.of();
        }
        return outcome == DecisionRequest.Outcome.GRANTED
                ? ids("e.status = REFUSED and e.totalScore > :bound", decided, decided.totalScore())
                : ids("e.status = GRANTED and e.totalScore < :bound", decided, decided.totalScore());
    }

    /** Those of these schemes of which an application was granted or refused. */
    Set<String> decided(Collection<String> schemes) {
        return schemes.isEmpty()
                ? Set.of()
                : getEntityManager()
                        .createQuery(
                                "select distinct e.scheme from Application e where e.scheme in :schemes"
                                        + " and (e.status = GRANTED or e.status = REFUSED)",
                                String.class)
                        .setParameter("schemes", schemes)
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    private List<UUID> ids(String condition, Application decided, Object bound) {
        return getEntityManager()
                .createQuery(
                        "select e.id from Application e where e.scheme = :scheme and e.id <> :id and " + condition
                                + " order by e.id",
                        UUID.class)
                .setParameter("scheme", decided.scheme())
                .setParameter("id", decided.id())
                .setParameter("bound", bound)
                .setMaxResults(MOST_NAMED)
                .getResultList();
    }

    /** The application, locked until the transaction ends: a second decision finds the first. */
    Optional<Application> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
