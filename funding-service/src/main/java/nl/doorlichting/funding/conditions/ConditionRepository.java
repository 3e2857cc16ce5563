package nl.doorlichting.funding.conditions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

@ApplicationScoped
class ConditionRepository implements PanacheRepositoryBase<AwardCondition, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), new SortKey("dueOn", "dueOnOrLast", LocalDate.class)));
    private static final String COVERAGE = """
            select new nl.doorlichting.funding.conditions.ConditionCount(e.enforceable, count(*), count(e.fulfilledOn),
                count(case when e.fulfilledOn is null and e.awardRevoked = false and e.dueOn < :today then 1 end),
                count(case when e.fulfilledOn is null and e.awardRevoked = true then 1 end))
            from AwardCondition e""";

    Page<AwardCondition> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(AwardCondition.class, filter, KEYS, request);
    }

    Optional<AwardCondition> findOf(UUID awardId, UUID id) {
        return find("awardId = ?1 and id = ?2", awardId, id).firstResultOptional();
    }

    /** How many there are, fulfilled, late and lapsed, of those that the state can enforce and of those it cannot. */
    List<ConditionCount> counts(Filter filter, LocalDate today) {
        var query = getEntityManager()
                .createQuery(
                        COVERAGE + filter.clause() + " group by e.enforceable order by e.enforceable desc",
                        ConditionCount.class)
                .setParameter("today", today);
        filter.parameters().forEach(query::setParameter);
        return query.getResultList();
    }
}
