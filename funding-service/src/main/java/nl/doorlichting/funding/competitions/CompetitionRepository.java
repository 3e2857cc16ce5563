package nl.doorlichting.funding.competitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;

@ApplicationScoped
class CompetitionRepository {
    private final EntityManager entities;

    CompetitionRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(Competition<?, ?> competition) {
        entities.persist(competition);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    <Q extends Record & CompetitionRequest, R> Optional<Competition<Q, R>> find(Competition.Kind<Q, R> kind, UUID id) {
        return Optional.ofNullable(entities.find(kind.type(), id));
    }

    /** Of two that change it at once, the second waits here for the first. */
    <Q extends Record & CompetitionRequest, R> Optional<Competition<Q, R>> lock(Competition.Kind<Q, R> kind, UUID id) {
        return Optional.ofNullable(entities.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE));
    }

    <Q extends Record & CompetitionRequest, R> Page<? extends Competition<Q, R>> page(
            Competition.Kind<Q, R> kind, Filter filter, PageRequest request) {
        return new Lists(entities).page(kind.type(), filter, kind.keys(), request);
    }

    Optional<? extends Competition<?, ?>> findByReference(
            Competition.Kind<?, ?> kind, String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "from " + kind.type().getSimpleName()
                                + " where programme = :programme and reference = :reference",
                        kind.type())
                .setParameter("programme", programme)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }
}
