package nl.doorlichting.reporting.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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

/** Lists records in the order of their creation, and finds them by reference. */
public abstract class PublishableRecordRepository<R extends PublishableRecord<?>>
        implements PanacheRepositoryBase<R, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    private final Class<R> type;

    protected PublishableRecordRepository(Class<R> type) {
        this.type = type;
    }

    Page<R> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(type, filter, KEYS, request);
    }

    Optional<R> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }
}
