package nl.doorlichting.funding.prizes;

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
class PrizeRepository implements PanacheRepositoryBase<Prize, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "-year",
            List.of(
                    SortKey.of("year", Integer.class),
                    SortKey.of("name", String.class),
                    SortKey.of("createdAt", Instant.class)));

    Page<Prize> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Prize.class, filter, KEYS, request);
    }

    Optional<Prize> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }
}
