package nl.doorlichting.funding.wins;

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
class WinRepository {
    private final EntityManager entities;

    WinRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(Win<?, ?> win) {
        entities.persist(win);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    <Q extends Record & WinRequest, R> Optional<Win<Q, R>> find(Win.Kind<Q, R> kind, UUID id) {
        return Optional.ofNullable(entities.find(kind.type(), id));
    }

    /** Of two that change it at once, the second waits here for the first. */
    <Q extends Record & WinRequest, R> Optional<Win<Q, R>> lock(Win.Kind<Q, R> kind, UUID id) {
        return Optional.ofNullable(entities.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE));
    }

    <Q extends Record & WinRequest, R> Page<? extends Win<Q, R>> page(
            Win.Kind<Q, R> kind, Filter filter, PageRequest request) {
        return new Lists(entities).page(kind.type(), filter, kind.keys(), request);
    }

    Optional<? extends Win<?, ?>> findByReference(Win.Kind<?, ?> kind, String programme, String reference) {
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
