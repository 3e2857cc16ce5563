package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.training.VersionedRepository;

@ApplicationScoped
class AdviceQuestionTallyRepository implements VersionedRepository<AdviceQuestionTally> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<AdviceQuestionTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(AdviceQuestionTally.class, filter, KEYS, request);
    }
}
