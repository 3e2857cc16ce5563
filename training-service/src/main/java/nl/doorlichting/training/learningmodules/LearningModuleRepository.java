package nl.doorlichting.training.learningmodules;

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
class LearningModuleRepository implements VersionedRepository<LearningModule> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), SortKey.of("title", String.class)));

    /** Of all programmes for null; as they were by this moment, if it is not null. */
    @Override
    public List<LearningModule> ofProgramme(String programme, Instant asOf) {
        return asOf(
                LearningModule.class,
                "learning_module",
                asOf,
                "(cast(:programme as text) is null or e.programme = :programme)",
                programme);
    }

    Page<LearningModule> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(LearningModule.class, filter, KEYS, request);
    }
}
