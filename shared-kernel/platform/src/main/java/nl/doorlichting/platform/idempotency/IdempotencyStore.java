package nl.doorlichting.platform.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code idempotency_key} of a service: answers by subject, organisation, method, path and key, for 24 hours.
 *
 * <p>Release 0.1.0 runs beside this one during an upgrade and uses subject, path and key only. So the first answer under
 * those three stands where 0.1.0 finds it, and one for another organisation or method stands under a caller that
 * names them. A row that 0.1.0 wrote has no method.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class IdempotencyStore {
    private final EntityManager entities;

    IdempotencyStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks the key until the transaction ends; false when another request holds it, also one at release 0.1.0. */
    boolean lock(IdempotencyKey key) {
        return (Boolean) entities.createNativeQuery("""
                        select pg_try_advisory_xact_lock_shared(hashtextextended(:former, 0))
                            and pg_try_advisory_xact_lock(hashtextextended(:scope, 0))
                        """, Boolean.class)
                .setParameter("former", key.formerScope())
                .setParameter("scope", key.scope())
                .getSingleResult();
    }

    /**
     * The answer that this key got. Of one that 0.1.0 stored, the fingerprint is null where it does not prove that the
     * requests are the same: when the organisation is not known, and when it was a check of a submission. The check
     * had the path of the submission, and its answer has no ETag.
     */
    Optional<StoredResponse> find(IdempotencyKey key) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = entities.createNativeQuery("""
                        select case when method is not null or (organisation = :organisation
                                and not (path like '%/submission' and etag is null))
                            then body_hash end, status, location, etag, body
                        from idempotency_key
                        where caller in (:caller, :scopedCaller) and path = :path and key = :key
                            and created_at > now() - interval '24 hours'
                            and case when method is not null then method = :method and organisation = :organisation
                                else organisation is null
                                    or organisation = coalesce(current_setting('doorlichting.organisation', true), '')
                                end
                        order by method nulls last limit 1
                        """, Object[].class)
                .setParameter("organisation", key.organisation())
                .setParameter("caller", key.caller())
                .setParameter("scopedCaller", key.scopedCaller())
                .setParameter("path", key.path())
                .setParameter("key", key.key())
                .setParameter("method", key.method())
                .getResultList();
        return found.stream().findFirst().map(IdempotencyStore::answer);
    }

    /** Replaces an answer that is older than 24 hours, if there is one. */
    void remember(IdempotencyKey key, StoredResponse answer) {
        forgetOld();
        if (!isStored(key.caller(), key, answer)) {
            isStored(key.scopedCaller(), key, answer);
        }
    }

    // False when the answer of another organisation or method is stored there.
    private boolean isStored(String caller, IdempotencyKey key, StoredResponse answer) {
        return entities.createNativeQuery("""
                        insert into idempotency_key as kept (caller, path, key, organisation, method, body_hash, status,
                            location, etag, body)
                        values (:caller, :path, :key, :organisation, :method, :hash, :status, :location, :etag, :body)
                        on conflict (caller, path, key) do update set organisation = :organisation, method = :method,
                            body_hash = :hash, status = :status, location = :location, etag = :etag, body = :body,
                            created_at = now()
                        where kept.created_at <= now() - interval '24 hours'
                        """)
                        .setParameter("caller", caller)
                        .setParameter("path", key.path())
                        .setParameter("key", key.key())
                        .setParameter("organisation", key.organisation())
                        .setParameter("method", key.method())
                        .setParameter("hash", answer.fingerprint())
                        .setParameter("status", answer.status())
                        .setParameter("location", answer.location())
                        .setParameter("etag", answer.etag())
                        .setParameter("body", answer.body())
                        .executeUpdate()
                == 1;
    }

    // Deletes two old answers for each new one, so that the table shrinks in use and needs no job.
    private void forgetOld() {
        entities.createNativeQuery("""
                        delete from idempotency_key where ctid in (
                            select ctid from idempotency_key where created_at <= now() - interval '24 hours'
                            order by created_at limit 2 for update skip locked)
                        """).executeUpdate();
    }

    private static StoredResponse answer(Object[] row) {
        return new StoredResponse(
                (String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }
}
