package nl.doorlichting.reporting.publishedtables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.reporting.publication.PublishedVersionRepository;

@ApplicationScoped
class PublishedTableRepository implements PublishedVersionRepository<PublishedTableRecord> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("title", String.class)));

    /** A table that is not withdrawn. */
    record Standing(UUID id, String code) {}

    @Override
    public Class<PublishedTableRecord> type() {
        return PublishedTableRecord.class;
    }

    @Override
    public ListKeys keys() {
        return KEYS;
    }

    /** Those that are not withdrawn, without what is in print, which can be more than memory holds. */
    List<Standing> ofProgramme(String programme) {
        return getEntityManager()
                .createQuery(
                        "select e.id, e.code from PublishedTableRecord e where e.programme = :programme"
                                + " and not e.withdrawn and " + latest() + " order by e.id",
                        Standing.class)
                .setParameter("programme", programme)
                .setMaxResults(MOST_OF_PROGRAMME)
                .getResultList();
    }

    /** What is in print, which the session does not keep; empty for a table that is withdrawn. */
    Optional<String> content(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select e.content from PublishedTableRecord e where e.id = :id and not e.withdrawn and "
                                + latest(),
                        String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
