package nl.doorlichting.reporting.inventoryrounds;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;

@ApplicationScoped
class InventoryRoundRepository implements PanacheRepositoryBase<InventoryRound, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("name", String.class)));

    Page<InventoryRound> page(String programme, PageRequest request) {
        return new Lists(getEntityManager())
                .page(InventoryRound.class, new Filter().equal("programme", programme), KEYS, request);
    }

    Optional<InventoryRound> findByNaturalId(String programme, String code) {
        return find("programme = ?1 and code = ?2", programme, code).firstResultOptional();
    }
}
