package nl.doorlichting.reporting.embeddings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

@ApplicationScoped
class EmbeddingRepository implements PanacheRepositoryBase<Embedding, UUID> {
    private static final int MOST_OF_PROGRAMME = 10_000;
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "statedOn", List.of(SortKey.of("statedOn", LocalDate.class)));

    Page<Embedding> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Embedding.class, filter, KEYS, request);
    }

    /** Of two statements of one day at once, the second waits here for the first. */
    Optional<Embedding> findByNaturalId(EmbeddingRequest request) {
        RecordLocks.waitForOthersOf("embeddings of " + request.programme(), getEntityManager());
        return find(
                        "programme = ?1 and activity.projectId is not distinct from ?2 and subject = ?3"
                                + " and statedOn = ?4 and withdrawal.withdrawnAt is null",
                        request.programme(),
                        request.projectId(),
                        request.subject(),
                        request.statedOn())
                .firstResultOptional();
    }

    /** Those that count, in the order of their days: neither withdrawn nor still waiting for a reviewer. */
    List<Embedding> ofProgramme(String programme) {
        return find(
                        "programme = ?1 and withdrawal.withdrawnAt is null"
                                + " and coalesce(review.awaitsReview, false) = false order by statedOn, id",
                        programme)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }

    /** Those that are the latest of their series: of the same project and subject. */
    Set<UUID> latest(List<Embedding> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var ids = some.stream().map(Embedding::id).toList();
        return getEntityManager()
                .createQuery("""
                    select e.id from Embedding e where e.id in :ids and e.withdrawal.withdrawnAt is null
                    and coalesce(e.review.awaitsReview, false) = false and not exists (
                        select 1 from Embedding later where later.programme = e.programme
                            and later.withdrawal.withdrawnAt is null and coalesce(later.review.awaitsReview, false) = false
                            and later.activity.projectId is not distinct from e.activity.projectId
                            and later.subject = e.subject and later.statedOn > e.statedOn)
                    """, UUID.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void changed() {
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }
}
