package nl.doorlichting.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.personaldata.PersonalData;

/** Finds entities by their id, and by the reference that their source gives them. */
public interface VersionedRepository<E extends VersionedEntity> extends PanacheRepositoryBase<E, UUID> {
    /** Of a row that was corrected later, what it stated before the first of the later corrections. */
    String VERSIONS_THEN = """
            (select n.* from {table} n
            where n.created_at <= :as_of and not exists (
                select 1 from corrected_figure c where c.id = n.id and c.replaced_at > :as_of)
            union all
            select f.* from corrected_figure c
            cross join lateral jsonb_populate_record(cast(null as {table}), c.said) f
            where c.figure = '{table}' and c.replaced_at > :as_of and f.created_at <= :as_of and not exists (
                select 1 from corrected_figure earlier
                where earlier.id = c.id and earlier.replaced_at > :as_of and earlier.version < c.version))""";

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

    /**
     * 409 when the programme has such a thing with this reference, with its path as {@code existing}. Of two at once, the second
     * waits here for the first.
     */
    default void refuseDuplicate(String programme, String reference, Text taken, String path) {
        if (reference == null) {
            return;
        }
        RecordLocks.waitForOthersOf(path + " " + reference + " of " + programme, getEntityManager());
        findByReference(programme, reference).ifPresent(existing -> {
            throw ProblemException.alreadyExists(taken, path + "/" + existing.id());
        });
    }

    /** Those of a programme, all for null; recorded by this moment, if it is not null. */
    default List<E> ofProgramme(String programme, Instant asOf) {
        return list(
                "(cast(?1 as string) is null or programme = ?1) and (cast(?2 as instant) is null or createdAt <= ?2)"
                        + " order by createdAt, id",
                programme,
                asOf);
    }

    /**
     * The rows of a table whose corrections are kept, as they were by a moment.
     *
     * @param asOf null is now
     * @param condition over the alias e, with the parameter {@code :programme}, which may be null
     */
    @SuppressWarnings("unchecked")
    default List<E> asOf(Class<E> type, String table, Instant asOf, String condition, String programme) {
        var versions = asOf == null ? table : VERSIONS_THEN.replace("{table}", table);
        var query = getEntityManager()
                .createNativeQuery(
                        "select e.* from " + versions + " e where " + condition + " order by e.created_at, e.id", type)
                .setParameter("programme", programme);
        return asOf == null
                ? query.getResultList()
                : query.setParameter("as_of", asOf).getResultList();
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
