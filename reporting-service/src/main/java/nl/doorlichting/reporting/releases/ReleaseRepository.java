package nl.doorlichting.reporting.releases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.releases.ReleaseName;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

/** The releases, without their cells. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<Release, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "-preparedAt", List.of(SortKey.of("preparedAt", Instant.class)));
    private static final String PUBLISHED = "state = nl.doorlichting.reporting.releases.ReleaseState.PUBLISHED";

    Page<Release> page(String programme, Set<ReleaseState> states, PageRequest request) {
        return new Lists(getEntityManager())
                .page(
                        Release.class,
                        new Filter().equal("programme", programme).where("state in :states", "states", states),
                        KEYS,
                        request);
    }

    Optional<Release> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The latest published one. */
    Optional<Release> latest(String programme) {
        return find(PUBLISHED + " and programme = ?1 order by year desc, number desc", programme)
                .firstResultOptional();
    }

    Optional<Release> published(String programme, ReleaseName name) {
        return find(
                        PUBLISHED + " and programme = ?1 and year = ?2 and number = ?3",
                        programme,
                        name.year(),
                        name.sequence())
                .firstResultOptional();
    }

    int nextNumber(String programme, int year) {
        return (int) count(PUBLISHED + " and programme = ?1 and year = ?2", programme, year) + 1;
    }

    boolean isPublishedOn(String programme, LocalDate day) {
        return count(PUBLISHED + " and programme = ?1 and publishedOn = ?2", programme, day) > 0;
    }

    /** The programmes of which anything is published. */
    List<String> publishedProgrammes() {
        return getEntityManager()
                .createQuery(
                        "select distinct r.programme from Release r where r." + PUBLISHED + " order by r.programme",
                        String.class)
                .getResultList();
    }
}
