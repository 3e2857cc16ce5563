package nl.doorlichting.funding.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

@ApplicationScoped
class DeadlineRepository {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", String.class),
            "due",
            List.of(SortKey.of("due", LocalDate.class), SortKey.of("organisationId", String.class)));

    private final EntityManager entities;

    DeadlineRepository(EntityManager entities) {
        this.entities = entities;
    }

    Page<Deadline> page(Filter filter, PageRequest request) {
        return new Lists(entities).page(Deadline.class, filter, KEYS, request);
    }
}
