package nl.doorlichting.funding.schemes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
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
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;

@ApplicationScoped
class SchemeRepository implements PanacheRepositoryBase<Scheme, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(
                    SortKey.of("code", String.class),
                    SortKey.of("name", String.class),
                    new SortKey("openUntil", "closesOn", LocalDate.class)));

    Page<Scheme> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Scheme.class, filter, KEYS, request);
    }

    Optional<Scheme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The one that has this natural id, or one that differs by case only. */
    Optional<Scheme> findByNaturalId(String code) {
        return find("code_key(code) = code_key(?1)", code).firstResultOptional();
    }

    Optional<Scheme> lockByCode(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Scheme> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether an application or an award names it. */
    boolean isUsed(String code) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select exists (select from application where scheme = :code)"
                                + " or exists (select from award where scheme = :code)",
                        Boolean.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Whether an application for it is decided. */
    boolean hasDecisions(String code) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select exists (select from application where scheme = :code"
                                + " and status in ('GRANTED', 'REFUSED', 'NOT_CONSIDERED'))",
                        Boolean.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** What the awards under each of these schemes come to, in euros, whatever the caller sees of the awards. */
    Map<String, BigDecimal> granted(Collection<String> codes) {
        return RowQuery.of(getEntityManager(), "select code, scheme_granted(code) from scheme where code in (:codes)")
                .setParameter("codes", codes)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (BigDecimal) row[1]));
    }

    List<Scheme> findAllByCode(Collection<String> codes) {
        return list("code in ?1", codes);
    }
}
