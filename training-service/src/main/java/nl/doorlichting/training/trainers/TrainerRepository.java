package nl.doorlichting.training.trainers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;

@ApplicationScoped
class TrainerRepository implements PanacheRepositoryBase<Trainer, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<Trainer> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Trainer.class, filter, KEYS, request);
    }

    Optional<Trainer> findBySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    boolean isSession(UUID id) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select 1 from training_session where id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
