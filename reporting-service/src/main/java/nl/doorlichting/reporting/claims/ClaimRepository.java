package nl.doorlichting.reporting.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.reporting.publication.PublishedVersionRepository;

@ApplicationScoped
class ClaimRepository implements PublishedVersionRepository<ClaimVersion> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "code", List.of(SortKey.of("code", String.class)));

    @Override
    public Class<ClaimVersion> type() {
        return ClaimVersion.class;
    }

    @Override
    public ListKeys keys() {
        return KEYS;
    }

    /** Those that are not withdrawn, by code. */
    List<ClaimVersion> ofProgramme(String programme) {
        return find(
                        "from ClaimVersion e where e.programme = ?1 and not e.withdrawn and " + latest()
                                + " order by e.code, e.id",
                        programme)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }
}
