package nl.doorlichting.funding.awards;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;

/** Stored awards. A grantee sees those of its own organisation. Source: docs/design/roles.md#own-records. */
@ApplicationScoped
class AwardRepository implements PanacheRepositoryBase<Award, UUID> {
    private static final String DEFAULT_SORT = "number";
    private static final ListKeys KEYS = new ListKeys(SortKey.of("id", UUID.class), DEFAULT_SORT, sortable(""));
    private static final ListKeys KEYS_OF_MUNICIPALITY =
            new ListKeys(new SortKey("id", "awardId", UUID.class), DEFAULT_SORT, sortable("award."));

    // What a municipality's rows do not hold themselves is sorted among that municipality's awards.
    private static List<SortKey> sortable(String award) {
        return List.of(
                SortKey.of("number", String.class),
                SortKey.of("createdAt", Instant.class),
                SortKey.of("decidedOn", LocalDate.class),
                new SortKey("amount", award + "state.amount", BigDecimal.class),
                new SortKey("organisationId", award + "organisationId", String.class));
    }

    private final Organisations organisations;

    AwardRepository(Organisations organisations) {
        this.organisations = organisations;
    }

    void store(Award award) {
        persist(award);
        award.municipalities().forEach(getEntityManager()::persist);
    }

    boolean shows(String organisationId) {
        return organisations.shows(organisationId, FundingAccess.READ_EVERY_GRANT);
    }

    /** Narrows a list to what the caller sees. The path leads from the list's entity to the organisation. */
    Filter narrow(Filter filter, String organisationPath) {
        return organisations.narrow(filter, organisationPath, FundingAccess.READ_EVERY_GRANT);
    }

    /** The award; 404 when it is not there or not visible to the caller. */
    Award visible(UUID id) {
        return visible(findByIdOptional(id));
    }

    /** As {@link #visible(UUID)}, locked until the transaction ends: changes of one award queue here. */
    Award held(UUID id) {
        return visible(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Award visible(Optional<Award> award) {
        return award.filter(found -> shows(found.organisationId())).orElseThrow(ProblemException::notFound);
    }

    Page<Award> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Award.class, narrow(filter, "organisationId"), KEYS, request);
    }

    /** The filter's paths lead from {@link AwardMunicipality} on. */
    Page<Award> pageOfMunicipality(Filter filter, PageRequest request) {
        var visible = narrow(filter, "award.organisationId");
        var page = new Lists(getEntityManager()).page(AwardMunicipality.class, visible, KEYS_OF_MUNICIPALITY, request);
        var awards = list(
                        "id in ?1",
                        page.items().stream().map(AwardMunicipality::awardId).toList())
                .stream()
                .collect(Collectors.toMap(Award::id, Function.identity()));
        return page.map(row -> awards.get(row.awardId()));
    }

    Optional<Award> findByNaturalId(String programme, String number) {
        return find("programme = ?1 and code_key(number) = code_key(?2)", programme, number)
                .firstResultOptional();
    }

    /** What the awards under a scheme come to, in euros. */
    BigDecimal granted(String scheme) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(case e.state.status when REVOKED then 0"
                                + " when SETTLED then e.state.settledAmount else e.state.amount end), 0)"
                                + " from Award e where e.scheme = :scheme",
                        BigDecimal.class)
                .setParameter("scheme", scheme)
                .getSingleResult();
    }

    /** A number for an award that comes from a decision in the system. */
    String nextNumber(int year) {
        return (String) getEntityManager()
                .createNativeQuery("select :year || '-' || lpad(nextval('award_number')::text, 6, '0')", String.class)
                .setParameter("year", String.valueOf(year))
                .getSingleResult();
    }

    /** Who decided something about each of these awards, or recorded the decision. */
    Map<UUID, Set<String>> deciders(Collection<UUID> awards) {
        var deciders = new HashMap<UUID, Set<String>>();
        getEntityManager()
                .createQuery(
                        "select d.award.id, d.decidedBy, d.createdBy from AwardDecision d where d.award.id in :awards",
                        Object[].class)
                .setParameter("awards", awards)
                .getResultList()
                .forEach(row -> deciders.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                        .addAll(List.of((String) row[1], (String) row[2])));
        return deciders;
    }
}
