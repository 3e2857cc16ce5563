package nl.doorlichting.reporting.inventoryreports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.kernel.dataset.DataSet;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;

@ApplicationScoped
class InventoryReportTallyRepository implements PanacheRepositoryBase<InventoryReportTally, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    void store(InventoryReportTally tally) {
        persist(tally);
        new DataSet(getEntityManager(), "effects").changed();
    }

    Page<InventoryReportTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(InventoryReportTally.class, filter, KEYS, request);
    }

    Optional<InventoryReportTally> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }
}
