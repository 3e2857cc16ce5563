package nl.doorlichting.funding.procurements;

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
class ProcurementRepository implements PanacheRepositoryBase<Procurement, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "tender",
            List.of(SortKey.of("tender", String.class), SortKey.of("createdAt", Instant.class)));

    Page<Procurement> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Procurement.class, filter, KEYS, request);
    }

    Optional<Procurement> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }
}
