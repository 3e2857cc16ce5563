package nl.doorlichting.reporting.inventoryreporttallies;

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
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

@ApplicationScoped
class InventoryReportTallyRepository implements PanacheRepositoryBase<InventoryReportTally, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    void store(InventoryReportTally tally) {
        persistAndFlush(tally);
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }

    Page<InventoryReportTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(InventoryReportTally.class, filter, KEYS, request);
    }

    /** Of two tallies of a programme at once, the second waits here for the first. */
    void waitForOthersOf(String programme) {
        RecordLocks.waitForOthersOf("report tallies of " + programme, getEntityManager());
    }

    /** One that stands and states the same. */
    Optional<InventoryReportTally> findSame(InventoryReportTallyRequest request) {
        return find("programme = ?1 and withdrawal.withdrawnAt is null order by createdAt, id", request.programme())
                .stream()
                .filter(tally -> tally.statesTheSame(request))
                .findFirst();
    }

    Optional<InventoryReportTally> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }
}
