package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
class AdviceQuestionTallyRepository implements VersionedRepository<AdviceQuestionTally> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<AdviceQuestionTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(AdviceQuestionTally.class, filter, KEYS, request);
    }

    /** Another tally of the programme that states the same. Until this transaction ends, no other one records or changes any. */
    Optional<AdviceQuestionTally> findSame(UUID id, String programme, AdviceQuestionTally.Fields stated) {
        RecordLocks.waitForOthersOf("advice question tallies of " + programme, getEntityManager());
        return find(
                        "programme = ?1 and periodFrom = ?2 and periodUntil = ?3 and id <> ?4"
                                + " and withdrawal.withdrawnAt is null order by id",
                        programme,
                        stated.period().from(),
                        stated.period().until(),
                        id)
                .stream()
                .filter(other -> other.states(stated))
                .findFirst();
    }
}
