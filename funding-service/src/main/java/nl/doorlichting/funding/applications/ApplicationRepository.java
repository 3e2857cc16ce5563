package nl.doorlichting.funding.applications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(
                    SortKey.of("createdAt", Instant.class),
                    SortKey.of("organisationId", String.class),
                    new SortKey("decisionDue", "decisionDueOrLast", LocalDate.class),
                    new SortKey("requestedAmount", "requestedAmountOrNone", BigDecimal.class)));

    Page<Application> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Application.class, filter, KEYS, request);
    }

    /** The application, locked until the transaction ends: a second decision finds the first. */
    Optional<Application> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
