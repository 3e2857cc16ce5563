package nl.doorlichting.funding.programmes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
class ProgrammeRepository implements PanacheRepositoryBase<Programme, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(
                    SortKey.of("code", String.class),
                    SortKey.of("name", String.class),
                    SortKey.of("periodFrom", LocalDate.class)));

    Page<Programme> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Programme.class, filter, KEYS, request);
    }

    List<String> codes() {
        return getEntityManager()
                .createQuery("select code from Programme order by code", String.class)
                .getResultList();
    }

    Optional<Programme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The one that has this natural id, or one that differs by case only. */
    Optional<Programme> findByNaturalId(String code) {
        return find("code_key(code) = code_key(?1)", code).firstResultOptional();
    }
}
