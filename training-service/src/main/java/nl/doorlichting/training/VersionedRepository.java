package nl.doorlichting.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.personaldata.PersonalData;

/** Finds entities by their id, and by the reference that their source gives them. */
public interface VersionedRepository<E extends VersionedEntity> extends PanacheRepositoryBase<E, UUID> {
    /** The entity; 404 when there is none. */
    default E get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** The entity, locked until the transaction ends; 404 when there is none. */
    default E lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** The entity with this natural id; a null reference is that of none. */
    default Optional<E> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }

    /** 409 when the programme has such a thing with this reference, with its path as {@code existing}. */
    default void refuseDuplicate(String programme, String reference, String thing, String path) {
        findByReference(programme, reference).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a " + thing + " with this reference.", path + "/" + existing.id());
        });
    }

    /**
     * A batch of the rows that a native query selects from its table {@code e}, locked; it skips rows that another instance
     * has locked.
     */
    @SuppressWarnings("unchecked")
    default List<E> lockBatch(Class<E> type, String query, String parameter, Object value, int atMost) {
        return getEntityManager()
                .createNativeQuery(query + " limit :most for update of e skip locked", type)
                .setParameter(parameter, value)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** A batch of the rows that the query selects by {@code :keys}, the keys that only open what they sealed before. */
    default List<E> lockSealed(Class<E> type, String query, PersonalData data, int atMost) {
        var keys = data.formerKeys();
        // A list in SQL has at least one element.
        return lockBatch(type, query, "keys", keys.isEmpty() ? List.of("") : keys, atMost);
    }
}
