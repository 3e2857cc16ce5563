package nl.doorlichting.training.trainingtypes;

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
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.training.VersionedRepository;

@ApplicationScoped
class TrainingTypeRepository implements VersionedRepository<TrainingType> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("name", String.class)));

    Page<TrainingType> page(PageRequest request) {
        return new Lists(getEntityManager()).page(TrainingType.class, new Filter(), KEYS, request);
    }

    Optional<TrainingType> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The code of the type that this one differs from by case or Unicode form only. */
    Optional<String> inAnotherCase(String code) {
        return find("code_key(code) = code_key(?1)", code)
                .<TrainingType>firstResultOptional()
                .map(TrainingType::code);
    }

    /** The type with this code, in any case; of two with one code at once, the second waits here for the first. */
    Optional<TrainingType> findByNaturalId(String code) {
        RecordLocks.waitForOthersOf("training types", getEntityManager());
        return find("code_key(code) = code_key(?1)", code).firstResultOptional();
    }

    /** In the order of recording, so that a new type is the last. */
    List<TrainingType> inOrder() {
        return list("order by createdAt, code");
    }
}
