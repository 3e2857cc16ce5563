package nl.doorlichting.kernel.web.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The table {@code idempotency_key} of a service: answers by caller, path and key, for 24 hours. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class IdempotencyMemory {
    private static final String CALLER = "caller";
    private static final String PATH = "path";
    private static final String KEY = "key";

    private final EntityManager entities;

    IdempotencyMemory(EntityManager entities) {
        this.entities = entities;
    }

    /** Until the transaction ends nobody else gets this key; false when somebody else has it now. */
    boolean lock(IdempotencyKey key) {
        return (Boolean) entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:scope, 0))", Boolean.class)
                .setParameter("scope", key.scope())
                .getSingleResult();
    }

    Optional<RememberedAnswer> find(IdempotencyKey key) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = entities.createNativeQuery("""
                        select body_hash, status, location, etag, body from idempotency_key
                        where caller = :caller and path = :path and key = :key
                            and created_at > now() - interval '24 hours'
                        """, Object[].class)
                .setParameter(CALLER, key.caller())
                .setParameter(PATH, key.path())
                .setParameter(KEY, key.key())
                .getResultList();
        return found.stream().findFirst().map(IdempotencyMemory::answer);
    }

    /** In the place of an answer that is older than 24 hours, if there is one. */
    void remember(IdempotencyKey key, RememberedAnswer answer) {
        forgetOld();
        entities.createNativeQuery("""
                        insert into idempotency_key (caller, path, key, body_hash, status, location, etag, body)
                        values (:caller, :path, :key, :hash, :status, :location, :etag, :body)
                        on conflict (caller, path, key) do update set body_hash = :hash, status = :status,
                            location = :location, etag = :etag, body = :body, created_at = now()
                        """)
                .setParameter(CALLER, key.caller())
                .setParameter(PATH, key.path())
                .setParameter(KEY, key.key())
                .setParameter("hash", answer.bodyHash())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .executeUpdate();
    }

    // Two old ones for each new one: the table shrinks while it is used, and no job is needed.
    private void forgetOld() {
        entities.createNativeQuery("""
                        delete from idempotency_key where ctid in (
                            select ctid from idempotency_key where created_at <= now() - interval '24 hours'
                            order by created_at limit 2 for update skip locked)
                        """).executeUpdate();
    }

    private static RememberedAnswer answer(Object[] row) {
        return new RememberedAnswer(
                (String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }
}
