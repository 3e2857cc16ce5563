package nl.doorlichting.reporting.publishedtables;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
class PublishedTableRepository implements PanacheRepositoryBase<PublishedTableRecord, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("title", String.class)));

    /** Tables that identities may connect; a review has some dozens. */
    private static final int MOST_OF_PROGRAMME = 200;

    Page<PublishedTableRecord> page(String programme, PageRequest request) {
        return new Lists(getEntityManager())
                .page(PublishedTableRecord.class, new Filter().equal("programme", programme), KEYS, request);
    }

    Optional<PublishedTableRecord> findByNaturalId(String programme, String code) {
        return find("programme = ?1 and code_key(code) = code_key(?2)", programme, code)
                .firstResultOptional();
    }

    List<PublishedTableRecord> ofProgramme(String programme) {
        return find("programme = ?1 order by id", programme)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }
}
