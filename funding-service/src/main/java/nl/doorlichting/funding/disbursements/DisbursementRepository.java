package nl.doorlichting.funding.disbursements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
class DisbursementRepository implements PanacheRepositoryBase<Disbursement, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(
                    SortKey.of("createdAt", Instant.class),
                    SortKey.of("amount", BigDecimal.class),
                    SortKey.of("organisationId", String.class),
                    new SortKey("dueOn", "dueOnOrLast", LocalDate.class)));

    Page<Disbursement> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Disbursement.class, filter, KEYS, request);
    }

    /** The award that it pays, without reading the payment itself, which is read when the award is locked. */
    Optional<UUID> awardOf(UUID id) {
        return getEntityManager()
                .createQuery("select d.awardId from Disbursement d where d.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What an award had paid and held while it stood without a budget line. */
    List<Disbursement> uncharged(UUID awardId) {
        return list(
                "awardId = ?1 and budgetLineId is null and status <> ?2 order by id",
                awardId,
                DisbursementStatus.CANCELLED);
    }

    /** The payment of this name, in capitals or not. Those that make another of the name queue here. */
    Optional<Disbursement> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        ScalarQuery.of(
                        getEntityManager(),
                        "select 1 from pg_advisory_xact_lock(hashtext('payment ' || :programme || ' ' || code_key(:reference)))",
                        Integer.class)
                .setParameter("programme", programme)
                .setParameter("reference", reference)
                .getResultList();
        return find("programme = ?1 and code_key(reference) = code_key(?2)", programme, reference)
                .firstResultOptional();
    }
}
