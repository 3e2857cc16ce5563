package nl.doorlichting.funding.reclaims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
class ReclaimRepository implements PanacheRepositoryBase<Reclaim, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<Reclaim> page(UUID awardId, PageRequest request) {
        return new Lists(getEntityManager()).page(Reclaim.class, new Filter().equal("awardId", awardId), KEYS, request);
    }

    Optional<Reclaim> findOf(UUID awardId, UUID id) {
        return find("awardId = ?1 and id = ?2", awardId, id).firstResultOptional();
    }
}
