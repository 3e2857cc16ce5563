package nl.doorlichting.training.learningmodules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.training.VersionedRepository;

/** Numbers of completions, and their sums. */
@ApplicationScoped
class LearningCompletionRepository implements VersionedRepository<LearningCompletion> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));
    private static final String SUMS = """
            select e.module_id, %s from learning_completion e where e.module_id in (:modules) and e.withdrawn_at is null
            group by 1
            """.formatted(QuantitySql.sums("e"));

    /** Of modules of the programme, all for null; as they were by this moment, if it is not null. */
    @Override
    public List<LearningCompletion> ofProgramme(String programme, Instant asOf) {
        return asOf(
                LearningCompletion.class,
                "learning_completion",
                asOf,
                "e.withdrawn_at is null and (cast(:programme as text) is null or e.module_id in"
                        + " (select m.id from learning_module m where m.programme = :programme))",
                programme);
    }

    Page<LearningCompletion> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(LearningCompletion.class, filter, KEYS, request);
    }

    /** By module; a module without completions is absent. */
    Map<UUID, QuantitySum> sums(Collection<UUID> modules) {
        var sums = new HashMap<UUID, QuantitySum>();
        if (modules.isEmpty()) {
            return sums;
        }
        List<Object[]> rows = RowQuery.of(getEntityManager(), SUMS)
                .setParameter("modules", modules)
                .getResultList();
        rows.forEach(row -> sums.put((UUID) row[0], QuantitySql.read(row, 1)));
        return sums;
    }

    /** The number that is recorded for the same group and period. */
    Optional<LearningCompletion> findSame(UUID moduleId, LearningCompletionRequest request) {
        RecordLocks.waitForOthersOf("completions of module " + moduleId, getEntityManager());
        return find(
                        "withdrawal.withdrawnAt is null and moduleId = ?1 and periodFrom = ?2 and periodUntil = ?3"
                                + " and targetGroup is not distinct from ?4 and organisationId is not distinct from ?5",
                        moduleId,
                        request.period().from(),
                        request.period().until(),
                        request.targetGroup(),
                        request.organisationId())
                .firstResultOptional();
    }
}
