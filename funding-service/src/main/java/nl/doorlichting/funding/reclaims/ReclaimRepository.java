package nl.doorlichting.funding.reclaims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

@ApplicationScoped
class ReclaimRepository implements PanacheRepositoryBase<Reclaim, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(
                    SortKey.of("createdAt", Instant.class),
                    new SortKey("amount", "standingAmount", BigDecimal.class),
                    new SortKey("dueOn", "dueOnOrLast", LocalDate.class)));

    Page<Reclaim> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Reclaim.class, filter, KEYS, request);
    }

    /** What came back of each of these claims, the first first. */
    Map<UUID, List<ReclaimReceipt>> receipts(Collection<UUID> reclaims) {
        return getEntityManager()
                .createQuery("from ReclaimReceipt r where r.reclaimId in :ids order by r.id", ReclaimReceipt.class)
                .setParameter("ids", reclaims)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(ReclaimReceipt::reclaimId));
    }

    /** A receipt of the claim itself, no correction. */
    Optional<ReclaimReceipt> findReceipt(UUID reclaim, UUID id) {
        return getEntityManager()
                .createQuery(
                        "from ReclaimReceipt r where r.reclaimId = :reclaim and r.id = :id and r.corrects is null",
                        ReclaimReceipt.class)
                .setParameter("reclaim", reclaim)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What the receipt comes to with its corrections, in euros. */
    BigDecimal standing(ReclaimReceipt receipt) {
        return getEntityManager()
                .createQuery(
                        "select sum(r.amount) from ReclaimReceipt r where r.id = :id or r.corrects = :id",
                        BigDecimal.class)
                .setParameter("id", receipt.id())
                .getSingleResult();
    }

    /** Whether a receipt of the claim has this name of a payment, in capitals or not, and comes to more than nothing. */
    boolean hasReceipt(UUID reclaim, String reference) {
        return getEntityManager()
                        .createQuery(
                                "select coalesce(sum(r.amount), 0) from ReclaimReceipt r"
                                        + " where r.reclaimId = :reclaim and code_key(r.reference) = code_key(:reference)",
                                BigDecimal.class)
                        .setParameter("reclaim", reclaim)
                        .setParameter("reference", reference)
                        .getSingleResult()
                        .signum()
                > 0;
    }

    /** What receipts have of this correction already, in euros. */
    BigDecimal receivedBy(UUID correction) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(r.amount), 0) from ReclaimReceipt r where r.correctionId = :correction",
                        BigDecimal.class)
                .setParameter("correction", correction)
                .getSingleResult();
    }

    Optional<Reclaim> findOf(UUID awardId, UUID id) {
        return find("awardId = ?1 and id = ?2", awardId, id).firstResultOptional();
    }
}
